package io.github.selfsame.sample.service;

import io.github.selfsame.IdentityMapScoped;
import io.github.selfsame.sample.model.Dog;
import jakarta.inject.Inject;
import java.util.Optional;

/** The dog that is in front of the user: one for each identity map, and gone with it. */
@IdentityMapScoped
public class DogOnDisplay {

    @Inject
    private Dogs dogs;

    private Optional<Dog> dog = Optional.empty();

    /**
     * Loads a dog and keeps it.
     *
     * @param id its id
     * @return whether there is such a dog
     */
    public boolean show(long id) {
        dog = dogs.find(id);
        return dog.isPresent();
    }

    /**
     * What is on display.
     *
     * @return the very object that was loaded
     */
    public Dog dog() {
        return dog.orElseThrow();
    }
}

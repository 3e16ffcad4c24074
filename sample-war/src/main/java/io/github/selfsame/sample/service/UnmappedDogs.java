package io.github.selfsame.sample.service;

import io.github.selfsame.BypassIdentityMapInterceptor;
import io.github.selfsame.sample.model.Dog;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Optional;

/** Finds dogs past the identity map that surrounds the call: the interceptor class on an enterprise bean. */
@Stateless
@Interceptors(BypassIdentityMapInterceptor.class)
public class UnmappedDogs {

    @Inject
    private Dogs dogs;

    /**
     * Finds one dog as if there were no map.
     *
     * @param id its id
     * @return the dog, or empty if there is none
     */
    public Optional<Dog> find(long id) {
        return dogs.find(id);
    }
}

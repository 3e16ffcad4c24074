package io.github.selfsame.sample.it;

import io.github.selfsame.sample.model.Dog;
import io.github.selfsame.sample.model.Toy;
import io.github.selfsame.sample.startup.KennelData;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What must be reached if each row is one object, computed from the data before it went into any database. */
final class Expected {

    private static final List<Dog> DOGS = KennelData.draw().dogs();

    private Expected() {}

    /** All dogs, their owners, favourite toys, toys, and the makers of all of them. */
    static int instancesOfTheInventory() {
        Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Dog dog : DOGS) {
            reached.add(dog);
            reached.add(dog.getOwner());
            reachToy(dog.getFavoriteToy(), reached);
            dog.getToys().forEach(toy -> reachToy(toy, reached));
        }
        return reached.size();
    }

    private static void reachToy(Toy toy, Set<Object> reached) {
        if (toy != null) {
            reached.add(toy);
            reached.add(toy.getMaker());
        }
    }

    /** The first 10 dogs, their owners and toys. */
    static int instancesOfTheRounds() {
        Set<Object> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Dog dog : DOGS.subList(0, 10)) {
            reached.add(dog);
            reached.add(dog.getOwner());
            reached.addAll(dog.getToys());
        }
        return reached.size();
    }
}

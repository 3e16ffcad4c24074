package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.benchmarks.kennel.model.Dog;
import io.github.selfsame.benchmarks.kennel.model.Toy;
import java.util.Collection;

/** What an application does with the dogs, the same for every peer: reads, and sums up to a number all must agree on. */
final class Walk {

    private static final int FACTOR = 31;

    private Walk() {}

    /** The dogs, their owners, their favourite toys and all their toys, and who makes these. */
    static long graph(Collection<Dog> dogs) {
        long sum = 0;
        for (Dog dog : dogs) {
            long ofDog = dog.getId() * FACTOR + dog.getName().length();
            ofDog = ofDog * FACTOR
                    + dog.getOwner().getName().length()
                    + dog.getOwner().getId();
            Toy favorite = dog.getFavoriteToy();
            if (favorite != null) {
                ofDog = ofDog * FACTOR + toy(favorite);
            }
            for (Toy toy : dog.getToys()) {
                ofDog += toy(toy);
            }
            sum += ofDog;
        }
        return sum;
    }

    /** One dog, its owner and its toys. */
    static long card(Dog dog) {
        long sum = dog.getId() * FACTOR
                + dog.getName().length()
                + dog.getOwner().getName().length();
        for (Toy toy : dog.getToys()) {
            sum += toy.getId() * FACTOR + toy.getName().length();
        }
        return sum;
    }

    private static long toy(Toy toy) {
        return (toy.getId() * FACTOR + toy.getName().length()) * FACTOR
                + toy.getMaker().getId()
                + toy.getMaker().getName().length();
    }
}

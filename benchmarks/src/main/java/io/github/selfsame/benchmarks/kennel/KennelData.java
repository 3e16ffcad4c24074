package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.benchmarks.kennel.model.Dog;
import io.github.selfsame.benchmarks.kennel.model.Maker;
import io.github.selfsame.benchmarks.kennel.model.Owner;
import io.github.selfsame.benchmarks.kennel.model.Toy;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What is in the kennel: always the same, drawn with a fixed seed. One dog in ten has no favourite toy. */
record KennelData(List<Maker> makers, List<Toy> toys, List<Owner> owners, List<Dog> dogs) {

    private static final int ONE_IN_TEN = 10;
    private static final long SEED = 20240601;

    static KennelData draw(Scale scale) {
        Random random = new Random(SEED);
        List<Maker> makers = numbered(scale.makers)
                .mapToObj(id -> new Maker(id, "Maker " + id))
                .toList();
        List<Toy> toys = numbered(scale.toys)
                .mapToObj(id -> new Toy(id, "Toy " + id, any(makers, random)))
                .toList();
        List<Owner> owners = numbered(scale.owners)
                .mapToObj(id -> new Owner(id, "Owner " + id))
                .toList();
        List<Dog> dogs = numbered(scale.dogs)
                .mapToObj(id -> dog(id, any(owners, random), toys, random))
                .toList();
        return new KennelData(makers, toys, owners, dogs);
    }

    private static Dog dog(int id, Owner owner, List<Toy> toys, Random random) {
        Dog dog = new Dog(id, "Dog " + id, owner, random.nextInt(ONE_IN_TEN) > 0 ? any(toys, random) : null);
        random.ints(0, toys.size())
                .distinct()
                .limit(Scale.TOYS_PER_DOG)
                .mapToObj(toys::get)
                .forEach(dog.getToys()::add);
        return dog;
    }

    private static IntStream numbered(int count) {
        return IntStream.rangeClosed(1, count);
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}

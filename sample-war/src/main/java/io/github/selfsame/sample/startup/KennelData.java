package io.github.selfsame.sample.startup;

import io.github.selfsame.sample.model.Dog;
import io.github.selfsame.sample.model.Maker;
import io.github.selfsame.sample.model.Owner;
import io.github.selfsame.sample.model.Toy;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What the kennel starts with: always the same dogs, toys, owners and makers, drawn with a fixed seed.
 *
 * @param makers all makers
 * @param toys all toys; each has a maker
 * @param owners all owners
 * @param dogs all dogs; each has an owner and {@value #TOYS_PER_DOG} different toys, and most have a favourite among
 *     all toys
 */
public record KennelData(List<Maker> makers, List<Toy> toys, List<Owner> owners, List<Dog> dogs) {

    static final int DOGS = 1_000;
    static final int TOYS = 200;
    static final int OWNERS = 50;
    static final int MAKERS = 20;
    static final int TOYS_PER_DOG = 5;

    private static final int ONE_DOG_IN_TEN = 10;
    private static final long SEED = 20240601;

    private static final List<String> DOG_NAMES = List.of(
            "Bella", "Max", "Luna", "Charlie", "Lucy", "Cooper", "Daisy", "Buddy", "Molly", "Rocky", "Lola", "Bear",
            "Sadie", "Duke", "Maggie", "Tucker", "Bailey", "Jack", "Sophie", "Oliver", "Chloe", "Toby", "Stella",
            "Milo", "Penny", "Leo");
    private static final List<String> TOY_NAMES = List.of(
            "Ball", "Rope", "Bone", "Duck", "Frisbee", "Stick", "Sock", "Ring", "Bear", "Dumbbell", "Squirrel", "Kong");
    private static final List<String> COLOURS =
            List.of("Red", "Blue", "Green", "Yellow", "Orange", "Purple", "Black", "White");
    private static final List<String> OWNER_NAMES = List.of(
            "Ada",
            "Grace",
            "Alan",
            "Edsger",
            "Barbara",
            "Donald",
            "Frances",
            "Ken",
            "Radia",
            "Niklaus",
            "Margaret",
            "Tony",
            "Adele",
            "James",
            "Hedy",
            "Dennis");
    private static final List<String> MAKER_NAMES =
            List.of("Bark", "Paw", "Tail", "Fetch", "Whisker", "Kennel", "Hound", "Fur", "Nose", "Leash");

    /**
     * Draws the data.
     *
     * @return new objects, equal in every run
     */
    public static KennelData draw() {
        Random random = new Random(SEED);
        List<Maker> makers = numbered(MAKERS)
                .mapToObj(id -> new Maker(id, pick(MAKER_NAMES, id) + " Works " + id))
                .toList();
        List<Toy> toys = numbered(TOYS)
                .mapToObj(id ->
                        new Toy(id, pick(COLOURS, id) + " " + pick(TOY_NAMES, id) + " " + id, any(makers, random)))
                .toList();
        List<Owner> owners = numbered(OWNERS)
                .mapToObj(id -> new Owner(id, pick(OWNER_NAMES, id) + " " + id))
                .toList();
        List<Dog> dogs = numbered(DOGS)
                .mapToObj(id -> dog(id, any(owners, random), toys, random))
                .toList();
        return new KennelData(makers, toys, owners, dogs);
    }

    private static Dog dog(int id, Owner owner, List<Toy> toys, Random random) {
        Dog dog = new Dog(id, pick(DOG_NAMES, id) + " " + id, owner);
        random.ints(0, toys.size())
                .distinct()
                .limit(TOYS_PER_DOG)
                .mapToObj(toys::get)
                .forEach(dog.getToys()::add);
        if (random.nextInt(ONE_DOG_IN_TEN) > 0) {
            dog.setFavoriteToy(any(toys, random));
        }
        return dog;
    }

    private static IntStream numbered(int count) {
        return IntStream.rangeClosed(1, count);
    }

    private static String pick(List<String> names, int id) {
        return names.get(id % names.size());
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}

package io.github.selfsame.eclipselink.kennel;

import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Contract tests on a small kennel: 3 owners, 4 dogs, 5 toys, 2 makers. */
public abstract class KennelTest extends ContractTest {

    protected KennelTest() {
        super("kennel");
    }

    @Override
    protected void fill() {
        EntityManager manager = factory.createEntityManager();
        manager.getTransaction().begin();
        Maker acme = new Maker("Acme");
        Maker bolt = new Maker("Bolt");
        List<Owner> owners = List.of(new Owner(1, "Ann"), new Owner(2, "Ben"), new Owner(3, "Cid"));
        List<Toy> toys = List.of(
                new Toy(1, "ball", acme),
                new Toy(2, "bone", acme),
                new Toy(3, "rope", bolt),
                new Toy(4, "ring", bolt),
                new Toy(5, "duck", null));
        List<Dog> dogs = List.of(
                new Dog(1, "Rex", owners.get(0)),
                new Dog(2, "Fay", owners.get(0)),
                new Dog(3, "Gus", owners.get(1)),
                new Dog(4, "Ida", null));
        List.of(acme, bolt).forEach(manager::persist);
        owners.forEach(manager::persist);
        toys.forEach(manager::persist);
        dogs.forEach(manager::persist);
        dogs.get(0).getToys().addAll(toys.subList(0, 3));
        dogs.get(1).getToys().addAll(toys.subList(1, 4));
        dogs.get(2).getToys().add(toys.get(0));
        dogs.get(0).setFavoriteToy(toys.get(1));
        dogs.get(1).setFavoriteToy(toys.get(1));
        dogs.get(0).getNicknames().addAll(List.of("Rexy", "Boss"));
        dogs.get(0).setCollar(new Collar("red", bolt));
        manager.persist(new Note(1, "first"));
        manager.persist(new Note(2, "second"));
        manager.getTransaction().commit();
        manager.close();
    }
}

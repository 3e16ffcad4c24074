package io.github.selfsame.eclipselink.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdentityTest extends KennelTest {

    @Test
    @DisplayName("R1: find gives the same object in every persistence context, and the row is read once")
    void findAcrossContexts() {
        Dog first = read(em -> em.find(Dog.class, 1L));
        Dog[] second = new Dog[1];
        int statements = statements(() -> second[0] = read(em -> em.find(Dog.class, 1L)));

        assertThat(second[0]).isSameAs(first);
        assertThat(statements).isZero();
    }

    @Test
    @DisplayName("R1: all ways to read give the same object")
    void allWaysToRead() {
        Dog dog = read(em -> em.find(Dog.class, 1L));

        assertThat(this.<Dog>read(em -> em.getReference(Dog.class, 1L))).isSameAs(dog);
        assertThat(this.<Dog>read(em -> em.createQuery("select d from Dog d where d.name = 'Rex'", Dog.class)
                        .getSingleResult()))
                .isSameAs(dog);
        assertThat(this.<Dog>read(
                        em -> em.createQuery("select d from Dog d join fetch d.owner where d.id = 1", Dog.class)
                                .getSingleResult()))
                .isSameAs(dog);
        assertThat(this.<Object>read(em -> em.createNativeQuery("select * from Dog where id = 1", Dog.class)
                        .getSingleResult()))
                .isSameAs(dog);
        assertThat(this.<Dog>read(em -> {
                    var builder = em.getCriteriaBuilder();
                    var query = builder.createQuery(Dog.class);
                    var root = query.from(Dog.class);
                    return em.createQuery(query.where(builder.equal(root.get("id"), 1L)))
                            .getSingleResult();
                }))
                .isSameAs(dog);
        assertThat(
                        this.<Object[]>read(
                                em -> (Object[]) em.createQuery("select d.name, d from Dog d where d.id = 1")
                                        .getSingleResult())[1])
                .isSameAs(dog);
        assertThat(this.<Dog>read(em -> em.find(Owner.class, 1L).getDogs().get(1)))
                .isSameAs(dog);
    }

    @Test
    @DisplayName("R1: lazy associations of different contexts meet in the same objects")
    void associationsMeet() {
        Dog rex = read(em -> em.find(Dog.class, 1L));
        Dog fay = read(em -> em.find(Dog.class, 2L));

        assertThat(fay.getOwner()).isSameAs(rex.getOwner());
        assertThat(fay.getFavoriteToy()).isSameAs(rex.getFavoriteToy());
        assertThat(fay.getToys()).hasSize(3);
        assertThat(rex.getToys()).hasSize(3);
        assertThat(fay.getToys().get(0)).isSameAs(rex.getToys().get(1));
        assertThat(rex.getToys().get(1)).isSameAs(rex.getFavoriteToy());
        assertThat(rex.getOwner().getDogs()).containsExactly(fay, rex);
        assertThat(rex.getCollar().getCollarMaker())
                .isSameAs(rex.getToys().get(2).getMaker());
    }

    @Test
    @DisplayName("R1: a loaded association is not read again by the next context")
    void loadedAssociationsAreKept() {
        Dog rex = read(em -> {
            Dog dog = em.find(Dog.class, 1L);
            load(dog.getToys());
            dog.getOwner().getName();
            return dog;
        });
        int statements = statements(() -> transact(em -> {
            Dog again = em.find(Dog.class, 1L);
            assertThat(again).isSameAs(rex);
            assertThat(again.getToys()).hasSize(3);
            assertThat(again.getToys()).allMatch(em::contains);
            assertThat(again.getOwner().getName()).isEqualTo("Ann");
            assertThat(em.contains(again.getOwner())).isTrue();
        }));

        assertThat(statements).isZero();
    }

    @Test
    @DisplayName("R3: a row that another context manages comes as a private copy, and its commit makes the other stale")
    void contendedRow() {
        EntityManager holder = entityManager();
        Dog canonical = holder.find(Dog.class, 1L);
        transact(em -> {
            Dog copy = em.find(Dog.class, 1L);
            assertThat(copy).isNotSameAs(canonical);
            copy.setName("Max");
        });
        assertThat(canonical.getName()).isEqualTo("Rex");
        assertThat(activation.map().statistics().contended()).isPositive();
        holder.close();

        Dog fresh = read(em -> em.find(Dog.class, 1L));
        assertThat(fresh).isSameAs(canonical);
        assertThat(fresh.getName()).isEqualTo("Max");
    }

    @Test
    @DisplayName("R3, B8: what a transaction has not committed is not visible to another one inside the map")
    void uncommittedIsPrivate() {
        EntityManager outer = entityManager();
        outer.getTransaction().begin();
        Dog dog = outer.find(Dog.class, 1L);
        dog.setName("Max");
        outer.persist(new Owner(9, "New"));

        assertThat(this.<String>read(em -> em.find(Dog.class, 1L).getName())).isEqualTo("Rex");
        assertThat(this.<Owner>read(em -> em.find(Owner.class, 9L))).isNull();
        outer.getTransaction().rollback();
    }

    @Test
    @DisplayName("R4: an adopted instance is managed: changes of it, its collections and its embeddables are written")
    void adoptedIsManaged() {
        Dog dog = read(em -> {
            Dog found = em.find(Dog.class, 1L);
            load(found.getToys());
            load(found.getNicknames());
            return found;
        });
        List<Toy> toys = dog.getToys();
        var nicknames = dog.getNicknames();
        var collar = dog.getCollar();
        transact(em -> {
            Dog adopted = em.find(Dog.class, 1L);
            assertThat(adopted).isSameAs(dog);
            assertThat(em.contains(dog)).isTrue();
            dog.setName("Max");
            dog.getToys().remove(0);
            dog.getToys().add(em.find(Toy.class, 5L));
            dog.getNicknames().add("Maxi");
            dog.getCollar().setColour("blue");
            dog.setOwner(em.find(Owner.class, 3L));
        });

        assertThat(dog.getToys()).isSameAs(toys);
        assertThat(dog.getNicknames()).isSameAs(nicknames);
        assertThat(dog.getCollar()).isSameAs(collar);
        assertThat(query("select name from Dog where id = 1")).isEqualTo("Max");
        assertThat(query("select owner_id from Dog where id = 1")).isEqualTo(3L);
        assertThat(query("select colour from Dog where id = 1")).isEqualTo("blue");
        assertThat(query("select count(*) from Dog_nicknames")).isEqualTo(3L);
        assertThat(query("select listagg(toys_id, ',') within group (order by toys_id) from Dog_Toy"
                        + " where dogs_id = 1"))
                .isEqualTo("2,3,5");
    }

    @Test
    @DisplayName("R4: adoption alone writes nothing")
    void adoptionWritesNothing() {
        Dog dog = read(em -> {
            Dog found = em.find(Dog.class, 1L);
            load(found.getToys());
            found.getOwner().getName();
            return found;
        });
        int version = dog.getVersion();
        int statements = statements(
                () -> transact(em -> em.find(Dog.class, 1L).getToys().get(0).getName()));

        assertThat(statements).isZero();
        assertThat(dog.getVersion()).isEqualTo(version);
    }

    @Test
    @DisplayName("R5: changes made while detached are never written; the changed instance is given up")
    void detachedChangesAreNotFlushed() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        dog.setName("Ghost");
        transact(em -> {
            Dog found = em.find(Dog.class, 1L);
            assertThat(found).isNotSameAs(dog);
            assertThat(found.getName()).isEqualTo("Rex");
        });

        assertThat(query("select name from Dog where id = 1")).isEqualTo("Rex");
        assertThat(activation.map().statistics().divergent()).isEqualTo(1);
    }

    @Test
    @DisplayName("R5: a changed collection, embeddable or reference is noticed too")
    void detachedChangesOfPartsAreNoticed() {
        Dog rex = read(em -> em.find(Dog.class, 1L));
        rex.getToys().remove(0);
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isNotSameAs(rex);

        Dog again = read(em -> em.find(Dog.class, 1L));
        again.getCollar().setColour("green");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isNotSameAs(again);

        Dog third = read(em -> em.find(Dog.class, 1L));
        third.setOwner(null);
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isNotSameAs(third);
    }

    @Test
    @DisplayName("R5: merge returns another object than its detached argument, canonical from then on")
    void mergeReturnsACopy() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        dog.setName("Max");
        Dog merged = inTransaction(em -> em.merge(dog));

        assertThat(merged).isNotSameAs(dog);
        assertThat(merged.getName()).isEqualTo("Max");
        assertThat(query("select name from Dog where id = 1")).isEqualTo("Max");
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(merged);
    }

    @Test
    @DisplayName("R7: a persisted instance is canonical after commit, a removed one is gone")
    void persistAndRemove() {
        Owner owner = inTransaction(em -> {
            Owner created = new Owner(7, "Eve");
            em.persist(created);
            return created;
        });
        assertThat(statements(() -> assertThat(this.<Owner>read(em -> em.find(Owner.class, 7L)))
                        .isSameAs(owner)))
                .isZero();

        transact(em -> em.remove(em.find(Owner.class, 7L)));
        assertThat(this.<Owner>read(em -> em.find(Owner.class, 7L))).isNull();

        Owner second = new Owner(7, "Ada");
        transact(em -> em.persist(second));
        assertThat(this.<Owner>read(em -> em.find(Owner.class, 7L))).isSameAs(second);
    }

    @Test
    @DisplayName("R8: rollback gives up what was inserted, changed or removed, and keeps what was only read")
    void rollback() {
        Owner read = read(em -> em.find(Owner.class, 1L));
        Dog dog = read(em -> em.find(Dog.class, 1L));
        EntityManager em = entityManager();
        em.getTransaction().begin();
        assertThat(em.find(Owner.class, 1L)).isSameAs(read);
        em.find(Dog.class, 1L).setName("Max");
        em.persist(new Owner(8, "Eve"));
        em.remove(em.find(Note.class, 1L));
        em.flush();
        em.getTransaction().rollback();

        assertThat(this.<Owner>read(r -> r.find(Owner.class, 1L))).isSameAs(read);
        assertThat(this.<Owner>read(r -> r.find(Owner.class, 8L))).isNull();
        Dog after = read(r -> r.find(Dog.class, 1L));
        assertThat(after).isNotSameAs(dog);
        assertThat(after.getName()).isEqualTo("Rex");
    }

    @Test
    @DisplayName("R8: changes that were never flushed are given up when their context is closed")
    void closedWithoutCommit() {
        Dog dog = read(em -> {
            Dog found = em.find(Dog.class, 1L);
            found.setName("Max");
            return found;
        });
        Dog after = read(em -> em.find(Dog.class, 1L));

        assertThat(after).isNotSameAs(dog);
        assertThat(after.getName()).isEqualTo("Rex");
    }

    @Test
    @DisplayName("R9: clear and detach mean that the next read builds a new instance")
    void clearAndDetach() {
        EntityManager em = entityManager();
        Dog first = em.find(Dog.class, 1L);
        em.clear();
        Dog second = em.find(Dog.class, 1L);
        assertThat(second).isNotSameAs(first);
        em.detach(second);
        assertThat(em.find(Dog.class, 1L)).isNotSameAs(second);
    }

    @Test
    @DisplayName("R14, D13: the shared cache never gets one of our instances")
    void sharedCacheStaysApart() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        load(dog.getToys());
        dog.getOwner().getName();
        transact(em -> {
            em.find(Dog.class, 1L).setName("Max");
            em.find(Dog.class, 1L).getToys().get(0).setName("cube");
        });
        activation.close();
        activation = maps.open();
        Dog other = read(em -> em.find(Dog.class, 1L));

        assertThat(other).isNotSameAs(dog);
        assertThat(other.getName()).isEqualTo("Max");
        assertThat(other.getToys()).noneMatch(dog.getToys()::contains);
        assertThat(other.getToys().get(0).getName()).isEqualTo("cube");
        assertThat(other.getOwner()).isNotSameAs(dog.getOwner());
    }

    @Test
    @DisplayName("R15: @PostLoad runs whenever the instance comes into a persistence context; transient state survives")
    void postLoad() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        int loads = dog.getLoads();
        read(em -> em.find(Dog.class, 1L));

        assertThat(dog.getLoads()).isEqualTo(loads + 1);
    }

    @Test
    @DisplayName(
            "R18, D11: without a map, and under bypass, everything is as in plain EclipseLink, and nothing is written to it")
    void offMeansOff() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        int size = activation.map().size();
        try (var bypass = maps.bypass()) {
            Dog plain = read(em -> em.find(Dog.class, 1L));
            assertThat(plain).isNotSameAs(dog);
            assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isNotSameAs(plain);
            read(em -> em.find(Dog.class, 2L));
        }
        assertThat(activation.map().size()).isEqualTo(size);
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
    }

    @Test
    @DisplayName("R18: what is committed under bypass makes the surrounding map's entry stale")
    void bypassedCommit() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        try (var bypass = maps.bypass()) {
            transact(em -> em.find(Dog.class, 1L).setName("Max"));
        }
        Dog after = read(em -> em.find(Dog.class, 1L));

        assertThat(after).isSameAs(dog);
        assertThat(after.getName()).isEqualTo("Max");
    }

    @Test
    @DisplayName("R18, S4: what is committed under a nested map makes the entries of all maps around it stale")
    void nestedCommit() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        try (var bypass = maps.bypass();
                var middle = maps.open()) {
            Dog ofMiddle = read(em -> em.find(Dog.class, 1L));
            try (var inner = maps.open()) {
                transact(em -> em.find(Dog.class, 1L).setName("Max"));
                assertThat(inner.map().size()).isPositive();
            }
            assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(ofMiddle);
            assertThat(ofMiddle.getName()).isEqualTo("Max");
            assertThat(bypass).isNotSameAs(middle);
        }
        Dog after = read(em -> em.find(Dog.class, 1L));

        assertThat(after).isSameAs(dog);
        assertThat(after.getName()).isEqualTo("Max");
    }

    @Test
    @DisplayName("R18, R11: a bulk statement under a nested map does so, too; and so does a unit of work that is older")
    void nestedBulkStatement() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        EntityManager older = entityManager();
        older.getTransaction().begin();
        try (var inner = maps.open()) {
            assertThat(inner).isNotNull();
            older.createQuery("update Dog d set d.name = 'Max', d.version = d.version + 1")
                    .executeUpdate();
            older.getTransaction().commit();
        }
        Dog after = read(em -> em.find(Dog.class, 1L));

        assertThat(after).isSameAs(dog);
        assertThat(after.getName()).isEqualTo("Max");
    }

    @Test
    @DisplayName("R10: refresh goes to the database and updates the canonical instance")
    void refresh() {
        Dog dog = read(em -> em.find(Dog.class, 1L));
        database.execute("update Dog set name = 'Max', version = version + 1 where id = 1");
        EntityManager em = entityManager();
        Dog found = em.find(Dog.class, 1L);
        em.refresh(found);

        assertThat(found).isSameAs(dog);
        assertThat(dog.getName()).isEqualTo("Max");
    }

    private Object query(String sql) {
        return read(em -> em.createNativeQuery(sql).getSingleResult());
    }
}

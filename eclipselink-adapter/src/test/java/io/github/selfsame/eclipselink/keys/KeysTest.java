package io.github.selfsame.eclipselink.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SuppressWarnings("ReferenceEquality") // identity is what is tested
class KeysTest extends ContractTest {

    KeysTest() {
        super("keys");
    }

    @Override
    protected void fill() {
        transact(em -> {
            Kind hunter = new Kind("H", "hunter");
            Kind herder = new Kind("S", "herder");
            em.persist(hunter);
            em.persist(herder);
            Breed collie = new Breed(new BigDecimal("1.50"), "COL");
            Breed setter = new Breed(new BigDecimal("2.00"), "SET");
            em.persist(collie);
            em.persist(setter);
            em.persist(new Pup("Ada", collie, herder));
            em.persist(new Pup("Bob", collie, herder));
            em.persist(new Pup("Cleo", setter, hunter));
            em.persist(new Step(hunter, 1, "sniff"));
            em.persist(new Step(hunter, 2, "run"));
            em.persist(new Step(herder, 1, "look"));
        });
    }

    @Test
    @DisplayName("A4, R2: a decimal key is told by its value as the database gives it")
    void decimalKey() {
        Breed breed = read(em -> em.find(Breed.class, new BigDecimal("2.00")));
        assertThat(breed.getCode()).isEqualTo("SET");
        assertThat(this.<Breed>read(em -> em.find(Breed.class, new BigDecimal("2.00"))))
                .isSameAs(breed);
        assertThat(this.<Breed>read(em -> em.createQuery("select b from Breed b where b.id = 2", Breed.class)
                        .getSingleResult()))
                .isSameAs(breed);
        // another scale is another key for a cache, but the same row
        assertThat(this.<Breed>read(em -> em.find(Breed.class, new BigDecimal("2"))))
                .isSameAs(breed);
        assertThat(this.<Breed>read(em -> em.find(Breed.class, new BigDecimal("2.00"))))
                .isSameAs(breed);
    }

    @Test
    @DisplayName("A4, R2: a derived key finds one instance by find, by query and by reference")
    void derivedKey() {
        Step step = read(em -> em.find(Step.class, new Step.Key("H", 2)));
        assertThat(step.getText()).isEqualTo("run");
        assertThat(this.<Step>read(em -> em.getReference(Step.class, new Step.Key("H", 2))))
                .isSameAs(step);
        List<Step> steps =
                read(em -> em.createQuery("select s from Step s where s.kind.id = 'H' order by s.number", Step.class)
                        .getResultList());
        assertThat(steps.get(1)).isSameAs(step);
        assertThat(steps.get(0)).isNotSameAs(step);
        assertThat(step.getKind()).isSameAs(read(em -> em.find(Kind.class, "H")));
        transact(em -> em.find(Step.class, new Step.Key("H", 2)).setText("walk"));
        assertThat(step.getText()).isEqualTo("walk");
        assertThat(this.<Step>read(em -> em.find(Step.class, new Step.Key("S", 2))))
                .isNull();
    }

    @Test
    @DisplayName("A5, R1: a reference to a column that is no key leads to the canonical instance, and back")
    void referenceByOtherColumn() {
        List<Pup> pups = read(em ->
                em.createQuery("select p from Pup p order by p.name", Pup.class).getResultList());
        Breed collie = read(em -> em.find(Breed.class, new BigDecimal("1.50")));

        assertThat(pups.get(0).getBreed()).isSameAs(collie);
        assertThat(pups.get(1).getBreed()).isSameAs(collie);
        assertThat(pups.get(2).getBreed()).isNotSameAs(collie);
        assertThat(names(collie.getPups())).containsExactly("Ada", "Bob");
        assertThat(collie.getPups().get(0) == pups.get(0)).isTrue();
        transact(em -> em.find(Pup.class, pups.get(1).getId()).setBreed(em.find(Breed.class, new BigDecimal("2.00"))));
        transact(em -> {
            assertThat(em.find(Breed.class, new BigDecimal("1.50"))).isSameAs(collie);
            assertThat(names(collie.getPups())).containsExactly("Ada");
            assertThat(names(em.find(Breed.class, new BigDecimal("2.00")).getPups()))
                    .containsExactly("Bob", "Cleo");
        });
    }

    @Test
    @DisplayName("A6, R1: a lazy reference first and the row later are one instance, and the other way round")
    void referenceFirst() {
        Breed reference = read(em -> em.getReference(Breed.class, new BigDecimal("1.50")));
        Breed found = read(em -> em.find(Breed.class, new BigDecimal("1.50")));
        assertThat(found).isSameAs(reference);
        assertThat(found.getCode()).isEqualTo("COL");

        Pup pup = read(em -> em.createQuery("select p from Pup p where p.name = 'Cleo'", Pup.class)
                .getSingleResult());
        Breed touchedLater = read(em -> em.createQuery("select b from Breed b where b.code = 'SET'", Breed.class)
                .getSingleResult());
        assertThat(pup.getBreed()).isSameAs(touchedLater);
    }

    @Test
    @DisplayName("A7, R15: equals and hashCode of entities are never called, and mean nothing to the map")
    void brokenEquals() {
        List<Pup> pups = read(em ->
                em.createQuery("select p from Pup p order by p.name", Pup.class).getResultList());
        List<Pup> again =
                read(em -> em.createQuery("select p from Pup p left join fetch p.breed order by p.name", Pup.class)
                        .getResultList());
        for (int index = 0; index < 3; index++) {
            assertThat(again.get(index) == pups.get(index)).isTrue();
        }
        transact(em -> {
            Pup ada = em.find(Pup.class, pups.get(0).getId());
            ada.setName("Amy");
            assertThat(em.contains(ada)).isTrue();
            load(ada.getBreed().getPups());
        });
        prefetch(pups, "breed.pups");
        Kind hunter = read(em -> em.find(Kind.class, "H"));
        Kind herder = read(em -> em.find(Kind.class, "S"));
        assertThat(hunter == herder).isFalse();
        assertThat(herder.getName()).isEqualTo("herder");
        assertThat(activation.map().contains(herder)).isTrue();
        pups.get(0).setName("changed while free");
        assertThat(this.<Pup>read(em -> em.find(Pup.class, pups.get(0).getId())) == pups.get(0))
                .isFalse();
        assertThat(this.<Object>read(em -> em.createNativeQuery("select name from Pup where id = ?")
                        .setParameter(1, pups.get(0).getId())
                        .getSingleResult()))
                .isEqualTo("Amy");
    }

    @Test
    @DisplayName("A8, R7: a new entity enters the map with its generated key, and is free after the commit")
    void generatedKey() {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        Pup pup = new Pup("Dan", null, null);
        em.persist(pup);
        int before = activation.map().size();
        em.flush();
        assertThat(pup.getId()).isNotNull();
        assertThat(activation.map().size()).isLessThanOrEqualTo(before + 1);
        Pup second = new Pup("Eli", null, null);
        em.persist(second);
        em.getTransaction().commit();
        em.close();

        assertThat(statements(() -> {
                    assertThat(this.<Pup>read(other -> other.find(Pup.class, pup.getId())) == pup)
                            .isTrue();
                    assertThat(this.<Pup>read(other -> other.find(Pup.class, second.getId())) == second)
                            .isTrue();
                }))
                .isZero();
    }

    @Test
    @DisplayName("A8, R8: a new entity whose transaction is rolled back leaves no entry, also under the next one's key")
    void generatedKeyRolledBack() {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        Pup pup = new Pup("Dan", null, null);
        em.persist(pup);
        em.flush();
        Long key = pup.getId();
        em.getTransaction().rollback();

        assertThat(this.<Pup>read(other -> other.find(Pup.class, key)) == null).isTrue();
        assertThat(activation.map().contains(pup)).isFalse();
        database.execute("insert into Pup (id, version, name) values (" + key + ", 1, 'other')");
        assertThat(this.<Pup>read(other -> other.find(Pup.class, key)).getName())
                .isEqualTo("other");
    }

    @Test
    @DisplayName("A8: a changed key is an error as ever, and the row keeps its instance")
    void changedKey() {
        Pup pup = read(em -> em.createQuery("select p from Pup p where p.name = 'Ada'", Pup.class)
                .getSingleResult());
        Long key = pup.getId();
        assertThatThrownBy(() -> transact(em -> em.find(Pup.class, key).setId(77L)))
                .isInstanceOf(PersistenceException.class);

        assertThat(this.<Pup>read(em -> em.find(Pup.class, 77L)) == null).isTrue();
        Pup after = read(em -> em.find(Pup.class, key));
        assertThat(after.getId()).isEqualTo(key);
        assertThat(after.getName()).isEqualTo("Ada");
    }

    @Test
    @DisplayName("C18: a reference to a row that does not exist is absent, and all else is loaded")
    void danglingReference() {
        database.execute("alter table Pup drop constraint " + constraint("BREED_CODE"));
        database.execute("update Pup set breed_code = 'GONE' where name = 'Ada'");
        for (int round = 0; round < 2; round++) {
            transact(em -> {
                List<Pup> pups = em.createQuery("select p from Pup p order by p.name", Pup.class)
                        .getResultList();
                assertThat(pups.get(0).getBreed()).isNull();
                assertThat(pups.get(1).getBreed().getCode()).isEqualTo("COL");
                assertThat(pups.get(2).getBreed().getCode()).isEqualTo("SET");
            });
        }
    }

    private String constraint(String column) {
        return (String) this.<Object>read(em -> em.createNativeQuery(
                        "select constraint_name from information_schema.key_column_usage where table_name = 'PUP'"
                                + " and column_name = ?")
                .setParameter(1, column)
                .getSingleResult());
    }

    @Test
    @DisplayName("C21, R15: @PostLoad is called once for each time an instance comes in, after its eager references")
    void postLoadAfterReferences() {
        Pup pup = read(em -> em.createQuery("select p from Pup p where p.name = 'Ada'", Pup.class)
                .getSingleResult());
        // the state of the shared cache's instance comes with it, as without the map
        int first = pup.getSeen().size();
        assertThat(first).isBetween(1, SHARED_CACHE ? 2 : 1);
        assertThat(pup.getSeen()).containsOnly("herder");
        read(em -> em.find(Pup.class, pup.getId()));
        assertThat(pup.getSeen()).hasSize(first + 1).containsOnly("herder");
        read(em -> {
            em.find(Pup.class, pup.getId());
            em.createQuery("select p from Pup p", Pup.class).getResultList();
            return null;
        });
        assertThat(pup.getSeen()).hasSize(first + 2).containsOnly("herder");
    }

    private static List<String> names(List<Pup> pups) {
        return pups.stream().map(Pup::getName).toList();
    }

    @Test
    @DisplayName("R2: a new entity whose key is set after persist is found by that key, and by no other")
    void keySetAfterPersist() {
        Breed breed = inTransaction(em -> {
            Breed persisted = new Breed(new BigDecimal("5.00"), "NEW");
            em.persist(persisted);
            persisted.setId(new BigDecimal("6.00"));
            return persisted;
        });

        assertThat(activation.map().find(Breed.class, new BigDecimal("5.00"))).isNull();
        assertThat(this.<Breed>read(em -> em.find(Breed.class, new BigDecimal("6.00"))))
                .isSameAs(breed);
        // what EclipseLink's own cache has for the first key is its own affair
        factory.getCache().evictAll();
        assertThat(this.<Breed>read(em -> em.find(Breed.class, new BigDecimal("5.00"))))
                .isNull();
    }

    @Test
    @DisplayName("A4, R7: a key that a converter makes bytes of is persisted, found, changed and removed")
    void convertedToBytes() {
        UUID id = UUID.fromString("6f1f7b0e-6b3c-4f3e-9c1c-0a7a5ad5d6a1");
        Chip chip = new Chip(id, "left ear");
        transact(em -> em.persist(chip));

        assertThat(this.<Chip>read(em -> em.find(Chip.class, id))).isSameAs(chip);
        transact(em -> em.find(Chip.class, id).setName("right ear"));
        emptyCaches();
        assertThat(this.<Chip>read(
                        em -> em.createQuery("select c from Chip c", Chip.class).getSingleResult()))
                .isSameAs(chip);
        assertThat(chip.getName()).isEqualTo("right ear");
        transact(em -> em.remove(em.find(Chip.class, id)));
        assertThat(this.<Chip>read(em -> em.find(Chip.class, id))).isNull();
    }
}

package io.github.selfsame.eclipselink.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFirstTest extends KennelTest {

    private static TypedQuery<Dog> dogs(EntityManager em, String jpql) {
        return em.createQuery(jpql, Dog.class);
    }

    private static <T> TypedQuery<T> keyFirst(TypedQuery<T> query) {
        return query.setHint(SelfsameHints.KEY_FIRST, true);
    }

    private static List<String> names(List<Dog> dogs) {
        return dogs.stream().map(Dog::getName).toList();
    }

    /** The statements of the query, without those of eager associations. */
    private List<String> statementsOn(String table) {
        return database.statements().stream()
                .filter(sql -> sql.toUpperCase(Locale.ROOT).contains("FROM " + table))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "select d from Dog d order by d.name desc",
                "select d from Dog d join d.toys t order by t.name, d.name",
                "select distinct d from Dog d join d.toys t order by d.name",
                "select d from Dog d left join d.owner o order by o.name desc, d.name",
                "select d from Dog d where d.owner.name = 'Ann' order by d.id",
                "select d from Dog d where d.id = 1",
                "select d from Dog d where exists (select t from Toy t where t member of d.toys and t.name = 'bone') order by d.id",
                "select d from Dog d where d.name = 'nobody'"
            })
    @DisplayName("Q1: same result, same order, duplicates by a join included, identical objects")
    void sameResult(String jpql) {
        List<String> expected =
                this.<List<String>>readWithoutMap(em -> names(dogs(em, jpql).getResultList()));
        List<Dog> first = this.<List<Dog>>read(em -> keyFirst(dogs(em, jpql)).getResultList());
        assertThat(names(first)).isEqualTo(expected);
        List<Dog> plain = this.<List<Dog>>read(em -> dogs(em, jpql).getResultList());
        List<Dog> second = this.<List<Dog>>read(em -> keyFirst(dogs(em, jpql)).getResultList());
        assertThat(plain)
                .usingElementComparator((left, right) -> left == right ? 0 : 1)
                .isEqualTo(first);
        assertThat(second)
                .usingElementComparator((left, right) -> left == right ? 0 : 1)
                .isEqualTo(first);
    }

    @Test
    @DisplayName("Q1: only keys and versions are read of what the map holds, the rest by key")
    void statements() {
        read(em -> List.of(em.find(Dog.class, 1L), em.find(Dog.class, 3L)));
        database.forget();
        read(em -> keyFirst(dogs(em, "select d from Dog d order by d.id")).getResultList());
        assertThat(statementsOn("DOG")).hasSize(2);
        assertThat(statementsOn("DOG").get(0)).doesNotContainIgnoringCase("NAME");

        database.forget();
        read(em -> keyFirst(dogs(em, "select d from Dog d order by d.id")).getResultList());
        assertThat(database.statements()).hasSize(1);
    }

    @Test
    @DisplayName("Q1: pages are exact")
    void paging() {
        UnaryOperator<TypedQuery<Dog>> page = query -> query.setFirstResult(1).setMaxResults(2);
        String jpql = "select d from Dog d order by d.name desc";
        read(em -> em.find(Dog.class, 1L));
        List<Dog> found =
                this.<List<Dog>>read(em -> keyFirst(page.apply(dogs(em, jpql))).getResultList());
        assertThat(names(found)).containsExactly("Ida", "Gus");
        assertThat(this.<List<Dog>>read(em -> page.apply(dogs(em, jpql)).getResultList()))
                .containsExactlyElementsOf(found);
        assertThat(this.<Dog>read(
                        em -> keyFirst(dogs(em, jpql)).setMaxResults(1).getSingleResult()))
                .isSameAs(this.<Dog>read(em -> em.find(Dog.class, 1L)));
    }

    @Test
    @DisplayName("Q1: criteria and parameters")
    void criteria() {
        read(em -> {
            CriteriaBuilder builder = em.getCriteriaBuilder();
            CriteriaQuery<Dog> criteria = builder.createQuery(Dog.class);
            Root<Dog> dog = criteria.from(Dog.class);
            criteria.where(builder.equal(dog.get("name"), builder.parameter(String.class, "name")))
                    .orderBy(builder.asc(dog.get("id")));
            assertThat(keyFirst(em.createQuery(criteria).setParameter("name", "Gus"))
                            .getSingleResult()
                            .getName())
                    .isEqualTo("Gus");
            TypedQuery<Dog> query = keyFirst(dogs(em, "select d from Dog d where d.name in :names order by d.id"));
            assertThat(names(query.setParameter("names", List.of("Rex", "Ida")).getResultList()))
                    .containsExactly("Rex", "Ida");
            assertThat(names(query.setParameter("names", List.of("Fay")).getResultList()))
                    .containsExactly("Fay");
            return null;
        });
    }

    @Test
    @DisplayName("Q1, R6: a newer version is read, into the same object; without one a transaction reads the row")
    void freshness() {
        Dog rex = this.<Dog>read(em -> em.find(Dog.class, 1L));
        Note note = this.<Note>read(em -> em.find(Note.class, 1L));
        database.execute("update Dog set name = 'Max', version = version + 1 where id = 1");
        database.execute("update Note set text = 'changed' where id = 1");
        factory.getCache().evictAll();
        transact(em -> {
            assertThat(keyFirst(dogs(em, "select d from Dog d where d.id < 3 order by d.id"))
                            .getResultList()
                            .get(0))
                    .isSameAs(rex);
            assertThat(rex.getName()).isEqualTo("Max");
            assertThat(keyFirst(em.createQuery("select n from Note n where n.text like 'ch%'", Note.class))
                            .getSingleResult())
                    .isSameAs(note);
            assertThat(note.getText()).isEqualTo("changed");
        });
    }

    @Test
    @DisplayName("Q1: what a transaction has changed, added or removed is as in a plain query")
    void inTransaction() {
        transact(em -> {
            em.find(Dog.class, 1L).setName("Max");
            em.remove(em.find(Dog.class, 4L));
            Dog added = new Dog(5, "Jim", null);
            em.persist(added);
            List<Dog> found =
                    keyFirst(dogs(em, "select d from Dog d order by d.id")).getResultList();
            assertThat(names(found)).containsExactly("Max", "Fay", "Gus", "Jim");
            assertThat(found).allMatch(em::contains);
            assertThat(found.get(3)).isSameAs(added);
        });
    }

    @Test
    @DisplayName("Q1, R10: lock modes, refresh, fetch joins, SQL and scalars are run as ever")
    void fallsBack() {
        read(em -> em.find(Dog.class, 1L));
        transact(em -> {
            database.forget();
            TypedQuery<Dog> all = keyFirst(dogs(em, "select d from Dog d order by d.id"));
            assertThat(all.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList())
                    .hasSize(4);
            assertThat(statementsOn("DOG").get(0))
                    .containsIgnoringCase("FOR UPDATE")
                    .containsIgnoringCase("NAME");
        });
        read(em -> {
            database.execute("update Dog set name = 'Max' where id = 1");
            factory.getCache().evictAll();
            assertThat(keyFirst(dogs(em, "select d from Dog d where d.id = 1"))
                            .setHint("eclipselink.refresh", true)
                            .getSingleResult()
                            .getName())
                    .isEqualTo("Max");
            assertThat(keyFirst(dogs(em, "select distinct d from Dog d join fetch d.toys order by d.id"))
                            .getResultList()
                            .get(0)
                            .getToys())
                    .hasSize(3);
            List<?> bySql = em.createNativeQuery("select * from Dog order by id", Dog.class)
                    .setHint(SelfsameHints.KEY_FIRST, "true")
                    .getResultList();
            assertThat(bySql).hasSize(4);
            assertThat(keyFirst(em.createQuery("select d.name from Dog d where d.id = 2", String.class))
                            .getSingleResult())
                    .isEqualTo("Fay");
            return null;
        });
    }

    @Test
    @DisplayName("Q1, R18: without a map, and switched off, the query is run as ever")
    void withoutMap() {
        String jpql = "select d from Dog d order by d.id";
        read(em -> em.createQuery(jpql, Dog.class).getResultList());
        database.forget();
        readWithoutMap(em -> keyFirst(dogs(em, jpql)).getResultList());
        assertThat(statementsOn("DOG").get(0)).containsIgnoringCase("NAME");
        database.forget();
        read(em -> dogs(em, jpql).setHint(SelfsameHints.KEY_FIRST, "false").getResultList());
        assertThat(statementsOn("DOG").get(0)).containsIgnoringCase("NAME");
    }

    @Test
    @DisplayName("Q1: a wrong value is an error, and the hint can be read back")
    void wrongValue() {
        EntityManager em = entityManager();
        TypedQuery<Dog> query = dogs(em, "select d from Dog d").setHint(SelfsameHints.KEY_FIRST, "yes");
        assertThat(query.getHints()).containsEntry(SelfsameHints.KEY_FIRST, "yes");
        assertThatThrownBy(query::getResultList)
                .isInstanceOf(PersistenceException.class)
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("SELFSAME002251", "selfsame.key-first", "'yes'");
        assertThat(Map.of("selfsame.key-first", SelfsameHints.KEY_FIRST))
                .allSatisfy((name, constant) -> assertThat(constant).isEqualTo(name));
    }
}

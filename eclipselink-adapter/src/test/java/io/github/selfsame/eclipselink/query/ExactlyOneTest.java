package io.github.selfsame.eclipselink.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.eclipselink.internal.prefetch.EclipseLinkAdapter;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.internal.query.ExactlyOneLookup;
import io.github.selfsame.query.ExactlyOne;
import jakarta.persistence.EntityManager;
import jakarta.persistence.NoResultException;
import jakarta.persistence.NonUniqueResultException;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExactlyOneTest extends KennelTest {

    private final ExactlyOne exactlyOne = new ExactlyOneLookup(() -> List.of(new EclipseLinkAdapter()));

    private static Map<String, Object> isNull(String attribute) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(attribute, null);
        return attributes;
    }

    @Test
    @DisplayName("Q2: by attribute values, also through to-one associations and embeddables, and null")
    void byAttributes() {
        EntityManager em = entityManager();
        Owner ann = em.find(Owner.class, 1L);

        Dog rex = exactlyOne.get(em, Dog.class, Map.of("name", "Rex"));

        assertThat(rex.getName()).isEqualTo("Rex");
        assertThat(exactlyOne.get(em, Dog.class, Map.of("owner", ann, "name", "Rex")))
                .isSameAs(rex);
        assertThat(exactlyOne.get(em, Dog.class, Map.of("owner.name", "Ann", "name", "Rex")))
                .isSameAs(rex);
        assertThat(exactlyOne.get(em, Dog.class, Map.of("collar.colour", "red")))
                .isSameAs(rex);
        assertThat(exactlyOne.get(em, Dog.class, isNull("owner")).getName()).isEqualTo("Ida");
    }

    @Test
    @DisplayName("Q2: none and several name the type, how many were found, and the parameters")
    void messages() {
        EntityManager em = entityManager();
        Owner ann = em.find(Owner.class, 1L);

        assertThatThrownBy(() -> exactlyOne.get(em, Dog.class, Map.of("name", "Max", "owner", ann)))
                .isInstanceOf(NoResultException.class)
                .hasMessageContainingAll(
                        "SELFSAME000450", Dog.class.getName(), "found: 0", "{name='Max', owner=Owner#1}");
        assertThatThrownBy(() -> exactlyOne.get(em, Dog.class, Map.of("owner.name", "Ann")))
                .isInstanceOf(NonUniqueResultException.class)
                .hasMessageContainingAll("SELFSAME000451", Dog.class.getName(), "found: 2", "{owner.name='Ann'}");
        assertThatThrownBy(() -> exactlyOne.get(em, Dog.class, Map.of("id", 99L)))
                .isInstanceOf(NoResultException.class)
                .hasMessageContainingAll("SELFSAME000450", Dog.class.getName(), "found: 0", "{id=99}");
    }

    @Test
    @DisplayName("Q2: the same by JPQL, criteria and native queries")
    void queries() {
        EntityManager em = entityManager();
        TypedQuery<Dog> byOwner = em.createQuery(
                        "select d from Dog d where d.owner = :owner and d.name like :name", Dog.class)
                .setParameter("owner", em.find(Owner.class, 1L))
                .setParameter("name", "%");
        CriteriaBuilder builder = em.getCriteriaBuilder();
        CriteriaQuery<Dog> criteria = builder.createQuery(Dog.class);
        Root<Dog> dog = criteria.from(Dog.class);
        criteria.where(builder.equal(dog.get("name"), "Max"));

        assertThatThrownBy(() -> exactlyOne.get(byOwner))
                .isInstanceOf(NonUniqueResultException.class)
                .hasMessageContainingAll(
                        "SELFSAME000451",
                        Dog.class.getName(),
                        "found: 2",
                        "select d from Dog d where d.owner = :owner",
                        "{name='%', owner=Owner#1}");
        assertThatThrownBy(() -> exactlyOne.get(em.createQuery(criteria)))
                .isInstanceOf(NoResultException.class)
                .hasMessageContainingAll("SELFSAME000450", Dog.class.getName(), "found: 0", "Max");
        assertThatThrownBy(
                        () -> exactlyOne.get(em.createQuery("select d.owner from Dog d where d.id = :id", Owner.class)
                                .setParameter("id", 99L)))
                .isInstanceOf(NoResultException.class)
                .hasMessageContainingAll("SELFSAME000450", Owner.class.getName(), "found: 0", "{id=99}");
        assertThat(exactlyOne
                        .get(em.createQuery("select d from Dog d where d.name = 'Rex'", Dog.class))
                        .getName())
                .isEqualTo("Rex");
        @SuppressWarnings("unchecked")
        TypedQuery<Dog> sql = (TypedQuery<Dog>) em.createNativeQuery("select * from Dog where name = ?", Dog.class);
        assertThat(exactlyOne.get(sql.setParameter(1, "Gus")).getName()).isEqualTo("Gus");
        assertThatThrownBy(() -> exactlyOne.get(sql.setParameter(1, "Max")))
                .isInstanceOf(NoResultException.class)
                .hasMessageContainingAll(Dog.class.getName(), "select * from Dog", "{1='Max'}");
    }

    @Test
    @DisplayName("Q2: at most two are read, and the query is as it was afterwards")
    void readsTwo() {
        EntityManager em = entityManager();
        TypedQuery<Dog> all = em.createQuery("select d from Dog d order by d.id", Dog.class);

        assertThatThrownBy(() -> exactlyOne.get(all)).isInstanceOf(NonUniqueResultException.class);

        assertThat(activation.map().size()).isEqualTo(WOVEN ? 2 : 2 + ofFirstTwoDogs());
        assertThat(all.getMaxResults()).isEqualTo(Integer.MAX_VALUE);
        assertThat(all.getResultList()).hasSize(4);
        assertThat(exactlyOne.get(all.setMaxResults(1)).getName()).isEqualTo("Rex");
        assertThat(all.getMaxResults()).isEqualTo(1);
    }

    /** Without weaving to-one associations are eager: an owner, a toy and two makers. */
    private static int ofFirstTwoDogs() {
        return 4;
    }

    @Test
    @DisplayName("Q2: a collection that is fetched by a join is complete")
    void fetchJoin() {
        EntityManager em = entityManager();
        Dog gus = exactlyOne.get(em.createQuery("select d from Dog d join fetch d.toys where d.id = 3", Dog.class));
        assertThat(gus.getToys()).hasSize(1);
        Dog rex = exactlyOne.get(
                em.createQuery("select distinct d from Dog d join fetch d.toys where d.id = 1", Dog.class));
        assertThat(rex.getToys()).hasSize(3);
    }

    @Test
    @DisplayName("Q2: a look-up by the id alone takes what the map holds, without a statement")
    void byId() {
        Dog rex = read(em -> em.find(Dog.class, 1L));
        assertThat(statements(() -> read(em -> {
                    assertThat(exactlyOne.get(em, Dog.class, Map.of("id", 1L))).isSameAs(rex);
                    return null;
                })))
                .isZero();
        // an id of another type finds the same row (A1)
        assertThat(this.<Dog>read(em -> exactlyOne.get(em, Dog.class, Map.of("id", 1))))
                .isSameAs(rex);
    }

    @Test
    @DisplayName("Q2: a transaction can go on after none or several")
    void transactionGoesOn() {
        transact(em -> {
            assertThatThrownBy(() -> exactlyOne.get(em, Dog.class, Map.of("name", "Max")))
                    .isInstanceOf(NoResultException.class);
            assertThatThrownBy(() -> exactlyOne.get(em.createQuery("select d from Dog d", Dog.class)))
                    .isInstanceOf(NonUniqueResultException.class);
            em.find(Dog.class, 1L).setName("Max");
        });
        assertThat(this.<Dog>read(em -> exactlyOne.get(em, Dog.class, Map.of("name", "Max"))))
                .isNotNull();
    }

    @Test
    @DisplayName("Q2: a wrong attribute is an error that names the type, the attribute and what exists")
    void wrongAttributes() {
        EntityManager em = entityManager();
        database.forget();
        assertThatThrownBy(() -> exactlyOne.get(em, Dog.class, Map.of("nmae", "Rex")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "SELFSAME000452", Dog.class.getName(), "'nmae'", "Did you mean 'name'?", "owner");
        assertThatThrownBy(() -> exactlyOne.get(em, Dog.class, Map.of("owner.nam", "Ann")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("SELFSAME000452", Owner.class.getName(), "'owner.nam'", "'name'");
        assertThatThrownBy(() -> exactlyOne.get(em, Dog.class, Map.of("toys", "ball")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("SELFSAME000453", "'toys'", "is a collection");
        assertThatThrownBy(() -> exactlyOne.get(em, Dog.class, Map.of("name.length", 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("SELFSAME000453", "'name.length'", "java.lang.String");
        assertThatThrownBy(() -> exactlyOne.get(em, Dog.class, Map.of("owner", "Ann")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("SELFSAME000455", "'owner'", Owner.class.getName(), "java.lang.String");
        assertThatThrownBy(() -> exactlyOne.get(em, Dog.class, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SELFSAME000454");
        assertThat(database.statements()).isEmpty();
    }

    @Test
    @DisplayName("Q2: without a map it works as well")
    void withoutMap() {
        assertThat(this.<String>readWithoutMap(em ->
                        exactlyOne.get(em, Dog.class, Map.of("name", "Rex")).getName()))
                .isEqualTo("Rex");
    }
}

package io.github.selfsame.eclipselink.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMapUsageException;
import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tenants in one persistence unit: rows of a common table, or tables of their own. */
class TenantsTest extends ContractTest {

    TenantsTest() {
        super("tenants");
    }

    @Override
    protected void fill() {
        for (String tenant : List.of("A", "B")) {
            database.execute("create schema " + tenant);
            database.execute("create table HUT_" + tenant + " (id bigint primary key, name varchar)");
            database.execute("create table HUT_TAGS_" + tenant + " (hut_id bigint, tags varchar)");
            database.execute("create table HEN_" + tenant + " (id bigint primary key, name varchar, hut_id bigint)");
            database.execute("create table " + tenant + "_NEST (id bigint primary key, name varchar)");
            database.execute("create table " + tenant + ".POND (id bigint primary key, name varchar)");
            long own = tenant.equals("A") ? 10 : 20;
            transact(tenant, em -> {
                Farm farm = new Farm(own, "farm of " + tenant);
                em.persist(farm);
                em.persist(new Barn(own, farm));
                em.persist(new Barn(own + 1, farm));
                em.persist(new Badge(1, "badge of " + tenant));
                Hut hut = new Hut(1, "hut of " + tenant);
                hut.getTags().add(tenant);
                em.persist(hut);
                em.persist(new Hen(1, "hen of " + tenant, hut));
                em.persist(new Nest(1, "nest of " + tenant));
                em.persist(new Pond(1, "pond of " + tenant));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Badge.class, Hut.class, Nest.class, Pond.class})
    @DisplayName(
            "R2/A3: one tenant has one instance for a row; the row of another one with the same id is another instance")
    void sameId(Class<?> type) {
        Object ofA = read("A", em -> em.find(type, 1L));
        Object ofB = read("B", em -> em.find(type, 1L));

        assertThat(nameOf(ofA)).endsWith(" of A");
        assertThat(nameOf(ofB)).endsWith(" of B");
        assertThat(statements(() -> {
                    assertThat(this.<Object>read("A", em -> em.find(type, 1L))).isSameAs(ofA);
                    assertThat(this.<Object>read("B", em -> em.find(type, 1L))).isSameAs(ofB);
                }))
                .isZero();
        String query = "select e from " + type.getSimpleName() + " e";
        assertThat(this.<List<?>>read("A", em -> em.createQuery(query).getResultList()))
                .singleElement()
                .isSameAs(ofA);
        assertThat(this.<List<?>>read("B", em -> em.createQuery(query).getResultList()))
                .singleElement()
                .isSameAs(ofB);
        assertThatThrownBy(() -> activation.map().find(type, 1L))
                .isInstanceOf(IdentityMapUsageException.class)
                .hasMessageContaining("SELFSAME000002");
    }

    @ParameterizedTest
    @ValueSource(classes = {Badge.class, Hut.class, Nest.class, Pond.class})
    @DisplayName("R2/A3: what one tenant commits or removes touches nothing of the other one")
    void commits(Class<?> type) {
        Object ofA = read("A", em -> em.find(type, 1L));
        Object ofB = read("B", em -> em.find(type, 1L));

        transact("A", em -> rename(em.find(type, 1L), "changed"));
        assertThat(nameOf(ofA)).isEqualTo("changed");
        assertThat(nameOf(ofB)).endsWith(" of B");
        assertThat(nameOf(this.<Object>read("B", em -> em.find(type, 1L)))).endsWith(" of B");

        transact("A", em -> em.remove(em.find(type, 1L)));
        assertThat(this.<Object>read("A", em -> em.find(type, 1L))).isNull();
        assertThat(this.<Object>read("B", em -> em.find(type, 1L))).isSameAs(ofB);
        assertThat(nameOf(this.<Object>inTransaction("B", em -> em.find(type, 1L))))
                .endsWith(" of B");
    }

    @ParameterizedTest
    @ValueSource(classes = {Badge.class, Hut.class, Nest.class, Pond.class})
    @DisplayName(
            "R2/R11: a bulk statement of one tenant is seen by its contexts, and changes nothing that the other one reads")
    void bulk(Class<?> type) {
        Object ofA = read("A", em -> em.find(type, 1L));
        Object ofB = read("B", em -> em.find(type, 1L));
        transact("A", em -> em.createQuery("update " + type.getSimpleName() + " e set e.name = 'bulk'")
                .executeUpdate());

        assertThat(this.<Object>read("A", em -> em.find(type, 1L))).isSameAs(ofA);
        assertThat(nameOf(ofA)).isEqualTo("bulk");
        assertThat(this.<Object>read("B", em -> em.find(type, 1L))).isSameAs(ofB);
        assertThat(nameOf(ofB)).endsWith(" of B");
    }

    @Test
    @DisplayName("R2/A3: in a common table no tenant reads rows of another one, whatever the map has of them")
    void commonTable() {
        Farm farm = read("A", em -> em.find(Farm.class, 10L));

        assertThat(this.<Object>read("B", em -> em.find(Farm.class, 10L))).isNull();
        assertThat(this.<List<?>>read("B", em -> em.createQuery("select f from Farm f where f.id = 10")
                        .getResultList()))
                .isEmpty();
        assertThat(statements(() -> assertThat(this.<Farm>read("A", em -> em.find(Farm.class, 10L)))
                        .isSameAs(farm)))
                .isZero();
    }

    @Test
    @DisplayName("R2/R4: associations of free instances load the rows of their tenant, and its instances")
    void associations() {
        Farm farm = read("A", em -> em.find(Farm.class, 10L));
        Hut hutOfA = read("A", em -> em.find(Hut.class, 1L));
        Hut hutOfB = read("B", em -> em.find(Hut.class, 1L));

        assertThat(farm.getBarns()).hasSize(2).allMatch(barn -> barn.getFarm() == farm);
        assertThat(hutOfB.getHens()).singleElement().satisfies(hen -> assertThat(hen.getName())
                .isEqualTo("hen of B"));
        assertThat(hutOfA.getHens()).singleElement().satisfies(hen -> assertThat(hen.getName())
                .isEqualTo("hen of A"));
        assertThat(hutOfA.getHens().get(0).getHut()).isSameAs(hutOfA);
        assertThat(hutOfB.getHens().get(0).getHut()).isSameAs(hutOfB);
        assertThat(hutOfA.getTags()).containsExactly("A");
        assertThat(hutOfB.getTags()).containsExactly("B");
        assertThat(this.<Hen>read("A", em -> em.find(Hen.class, 1L)))
                .isSameAs(hutOfA.getHens().get(0));
    }

    @Test
    @DisplayName("R2/P1: a prefetch loads the rows of the tenant in one statement for each association")
    void prefetching() {
        Hut hutOfA = read("A", em -> em.find(Hut.class, 1L));
        Hut hutOfB = read("B", em -> em.find(Hut.class, 1L));

        assertThat(statements(() -> prefetch(List.of(hutOfA), "hens", "tags"))).isEqualTo(2);
        EntityManager em = entityManager("B");
        assertThat(em.find(Hut.class, 1L)).isSameAs(hutOfB);
        assertThat(statements(() -> prefetch(List.of(hutOfB), "hens", "tags"))).isEqualTo(2);
        assertThat(statements(() -> {
                    assertThat(hutOfA.getHens().get(0).getName()).isEqualTo("hen of A");
                    assertThat(hutOfB.getHens().get(0).getName()).isEqualTo("hen of B");
                    assertThat(hutOfA.getTags()).containsExactly("A");
                    assertThat(hutOfB.getTags()).containsExactly("B");
                }))
                .isZero();
    }

    @Test
    @DisplayName("R2/R3: contexts of two tenants do not contend for a row with the same id, those of one tenant do")
    void contention() {
        EntityManager ofA = entityManager("A");
        Badge badge = ofA.find(Badge.class, 1L);
        EntityManager ofB = entityManager("B");
        EntityManager secondOfA = entityManager("A");

        assertThat(activation.map().contains(ofB.find(Badge.class, 1L))).isTrue();
        assertThat(activation.map().statistics().contended()).isZero();
        assertThat(secondOfA.find(Badge.class, 1L)).isNotSameAs(badge);
        assertThat(activation.map().statistics().contended()).isEqualTo(1);
    }

    @Test
    @DisplayName("R2: EntityManagers with equal properties of their own share, those with other ones do not")
    void otherProperties() {
        Map<String, Object> first = Map.of("eclipselink.tenant-id", "A", "application", "one");
        Map<String, Object> second = Map.of("eclipselink.tenant-id", "A", "application", "two");
        Badge badge = in(factory.createEntityManager(first), em -> em.find(Badge.class, 1L));

        assertThat((Object) in(factory.createEntityManager(first), em -> em.find(Badge.class, 1L)))
                .isSameAs(badge);
        Badge other = in(factory.createEntityManager(second), em -> em.find(Badge.class, 1L));
        assertThat(other).isNotSameAs(badge);
        in(factory.createEntityManager(second), em -> {
            em.getTransaction().begin();
            em.find(Badge.class, 1L).setName("changed");
            em.getTransaction().commit();
            return null;
        });
        assertThat(TenantsTest.<String>in(factory.createEntityManager(first), em -> {
                    em.getTransaction().begin();
                    String name = em.find(Badge.class, 1L).getName();
                    em.getTransaction().commit();
                    return name;
                }))
                .as("the row is the same: its other instance is out of date")
                .isEqualTo("changed");
    }

    @ParameterizedTest
    @ValueSource(classes = {Badge.class, Hut.class, Nest.class, Pond.class})
    @DisplayName(
            "R2/A3: so it is where the factory has the tenant: its EntityManagers share, those of another one do not")
    void tenantOfTheFactory(Class<?> type) {
        EntityManagerFactory ofA = factoryOf("A");
        EntityManagerFactory ofB = factoryOf("B");
        try {
            Object first = in(ofA.createEntityManager(), em -> em.find(type, 1L));
            Object second = in(ofB.createEntityManager(), em -> em.find(type, 1L));

            assertThat(nameOf(first)).endsWith(" of A");
            assertThat(nameOf(second)).endsWith(" of B");
            assertThat(statements(() -> {
                        assertThat((Object) in(ofA.createEntityManager(), em -> em.find(type, 1L)))
                                .isSameAs(first);
                        assertThat((Object) in(ofB.createEntityManager(), em -> em.find(type, 1L)))
                                .isSameAs(second);
                    }))
                    .isZero();
            in(ofA.createEntityManager(), em -> {
                em.getTransaction().begin();
                rename(em.find(type, 1L), "changed");
                em.getTransaction().commit();
                return null;
            });
            assertThat(nameOf(first)).isEqualTo("changed");
            assertThat(nameOf(second)).endsWith(" of B");
        } finally {
            ofA.close();
            ofB.close();
        }
    }

    private EntityManagerFactory factoryOf(String tenant) {
        Map<String, Object> properties = new HashMap<>(withDatabase(Map.of()));
        properties.put("jakarta.persistence.schema-generation.database.action", "none");
        properties.put("eclipselink.session-name", "tenant " + tenant);
        properties.put("eclipselink.tenant-id", tenant);
        return Persistence.createEntityManagerFactory("tenants", properties);
    }

    private static String nameOf(Object entity) {
        return entity instanceof Badge badge
                ? badge.getName()
                : entity instanceof Hut hut
                        ? hut.getName()
                        : entity instanceof Nest nest ? nest.getName() : ((Pond) entity).getName();
    }

    private static void rename(Object entity, String name) {
        if (entity instanceof Badge badge) {
            badge.setName(name);
        } else if (entity instanceof Hut hut) {
            hut.setName(name);
        } else if (entity instanceof Nest nest) {
            nest.setName(name);
        } else {
            ((Pond) entity).setName(name);
        }
    }

    private EntityManager create(String tenant) {
        return factory.createEntityManager(Map.of("eclipselink.tenant-id", tenant));
    }

    private EntityManager entityManager(String tenant) {
        return closing(create(tenant));
    }

    private <T> T read(String tenant, Function<EntityManager, T> work) {
        return in(create(tenant), work);
    }

    private void transact(String tenant, Consumer<EntityManager> work) {
        inTransaction(tenant, em -> {
            work.accept(em);
            return null;
        });
    }

    private <T> T inTransaction(String tenant, Function<EntityManager, T> work) {
        return in(create(tenant), em -> {
            em.getTransaction().begin();
            T result = work.apply(em);
            em.getTransaction().commit();
            return result;
        });
    }

    private static <T> T in(EntityManager em, Function<EntityManager, T> work) {
        try {
            return work.apply(em);
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }
}

package io.github.selfsame.eclipselink.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tenant is said to an EntityManager when its persistence context is there already: at the beginning of a transaction, for example. */
class LateTenantTest extends ContractTest {

    private static final String TENANT = "eclipselink.tenant-id";

    LateTenantTest() {
        super("tenants");
    }

    @Override
    protected void fill() {
        for (String tenant : List.of("A", "B")) {
            database.execute("create table HUT_" + tenant + " (id bigint primary key, name varchar)");
            database.execute("create table HUT_TAGS_" + tenant + " (hut_id bigint, tags varchar)");
            database.execute("create table HEN_" + tenant + " (id bigint primary key, name varchar, hut_id bigint)");
            database.execute("create table EGG_" + tenant + " (id bigint primary key, color varchar)");
            database.execute("insert into EGG_" + tenant + " values (1, 'brown')");
            database.execute("insert into HUT_" + tenant + " values (1, 'hut of " + tenant + "')");
            database.execute("insert into HEN_" + tenant + " values (1, 'hen of " + tenant + "', 1)");
        }
        inTransaction("A", em -> {
            Farm farm = new Farm(10, "farm of A");
            em.persist(farm);
            em.persist(new Barn(10, farm));
            em.persist(new Badge(1, "badge of A"));
            return null;
        });
    }

    private <T> T inTransaction(String tenant, Function<EntityManager, T> work) {
        return inTransaction(em -> {
            em.setProperty(TENANT, tenant);
            return work.apply(em);
        });
    }

    @Test
    @DisplayName("R2/A3: no tenant finds an instance that another one has read, nor by a reference")
    void find() {
        Farm farm = inTransaction("A", em -> em.find(Farm.class, 10L));
        Badge badge = inTransaction("A", em -> em.find(Badge.class, 1L));
        Hut hut = inTransaction("A", em -> em.find(Hut.class, 1L));

        assertThat(this.<Farm>inTransaction("B", em -> em.find(Farm.class, 10L)))
                .isNull();
        assertThat(this.<Badge>inTransaction("B", em -> em.find(Badge.class, 1L)))
                .isNull();
        assertThat(this.<Hut>inTransaction("B", em -> em.find(Hut.class, 1L)).getName())
                .isEqualTo("hut of B");
        assertThat(statements(() -> {
                    assertThat(this.<Farm>inTransaction("A", em -> em.find(Farm.class, 10L)))
                            .isSameAs(farm);
                    assertThat(this.<Badge>inTransaction("A", em -> em.find(Badge.class, 1L)))
                            .isSameAs(badge);
                }))
                .isZero();
        assertThat(this.<Hut>inTransaction("A", em -> em.find(Hut.class, 1L))).isSameAs(hut);
    }

    @Test
    @DisplayName("R2: what a condition hides in the table of a tenant is hidden from when the EntityManager is told so")
    void condition() {
        Egg egg = inTransaction("A", em -> find(em, "brown"));

        assertThat(egg).isNotNull();
        assertThat(this.<Egg>inTransaction("A", em -> find(em, "white"))).isNull();
        assertThat(this.<Egg>inTransaction("A", em -> find(em, "brown"))).isSameAs(egg);
        assertThat(this.<Egg>inTransaction("B", em -> find(em, "brown"))).isNotSameAs(egg);
    }

    /** Says what it wants when the persistence context has read something else. */
    private static Egg find(EntityManager em, String color) {
        em.find(Hut.class, 1L);
        em.setProperty("color", color);
        return em.find(Egg.class, 1L);
    }

    @Test
    @DisplayName("R2: it shares with EntityManagers of the same tenant that were created with it")
    void sharing() {
        Farm farm = inTransaction("A", em -> em.find(Farm.class, 10L));
        EntityManager created = closing(factory.createEntityManager(Map.of(TENANT, "A")));
        assertThat(created.find(Farm.class, 10L)).isSameAs(farm);
    }

    @Test
    @DisplayName("R2/R4: associations of a free instance load the rows of its tenant")
    void associations() {
        Farm farm = inTransaction("A", em -> em.find(Farm.class, 10L));
        Hut hut = inTransaction("B", em -> em.find(Hut.class, 1L));

        assertThat(farm.getBarns()).singleElement().satisfies(barn -> assertThat(barn.getFarm())
                .isSameAs(farm));
        assertThat(hut.getHens()).extracting(Hen::getName).containsExactly("hen of B");
        inTransaction("A", em -> {
            assertThat(em.find(Farm.class, 10L)).isSameAs(farm);
            assertThat(farm.getBarns()).hasSize(1);
            return null;
        });
    }

    @Test
    @DisplayName("R2/A3: an EntityManager that goes on for another tenant reads the rows and instances of that one")
    void change() {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        em.setProperty(TENANT, "A");
        Farm farm = em.find(Farm.class, 10L);
        em.getTransaction().commit();
        em.clear();
        em.getTransaction().begin();
        em.setProperty(TENANT, "B");
        assertThat(em.find(Farm.class, 10L)).isNull();
        em.persist(new Farm(20, "farm of B"));
        em.getTransaction().commit();

        assertThat(this.<Farm>inTransaction("A", other -> other.find(Farm.class, 20L)))
                .isNull();
        assertThat(this.<Farm>inTransaction("B", other -> other.find(Farm.class, 20L))
                        .getName())
                .isEqualTo("farm of B");
        assertThat(this.<Farm>inTransaction("A", other -> other.find(Farm.class, 10L))
                        .getName())
                .isEqualTo(farm.getName());
    }

    @Test
    @DisplayName("R2/R6: what one tenant commits is seen by its next context, and by no other one")
    void commits() {
        Hut ofA = inTransaction("A", em -> em.find(Hut.class, 1L));
        Hut ofB = inTransaction("B", em -> em.find(Hut.class, 1L));
        inTransaction("A", em -> {
            em.find(Hut.class, 1L).setName("changed");
            return null;
        });
        assertThat(ofA.getName()).isEqualTo("changed");
        assertThat(ofB.getName()).isEqualTo("hut of B");
        assertThat(this.<Hut>inTransaction("B", em -> em.find(Hut.class, 1L))).isSameAs(ofB);
        assertThat(ofB.getName()).isEqualTo("hut of B");
    }
}

package io.github.selfsame.eclipselink.fetchgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.selfsame.eclipselink.model.Invoice;
import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Person;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import org.eclipse.persistence.exceptions.ConversionException;
import org.eclipse.persistence.queries.FetchGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Instances that were read in part, and are out of date, when the shared cache has the row. */
class PartialOriginalTest extends ModelTest {

    @BeforeEach
    void onlyWoven() {
        assumeTrue(WOVEN, "fetch groups need weaving");
        emptyCaches();
    }

    private static Person readName(EntityManager em) {
        FetchGroup group = new FetchGroup();
        group.addAttribute("name");
        return em.createQuery("select p from Person p where p.id = 1", Person.class)
                .setHint("eclipselink.fetch-group", group)
                .getSingleResult();
    }

    private static Person readBoss(EntityManager em) {
        FetchGroup group = new FetchGroup();
        group.addAttribute("name");
        group.addAttribute("boss.name");
        return em.createQuery("select p from Person p where p.id = 2", Person.class)
                .setHint("eclipselink.fetch-group", group)
                .setHint("eclipselink.left-join-fetch", "p.boss")
                .getSingleResult()
                .getBoss();
    }

    @Test
    @DisplayName("R12/R10: an instance read in part takes over what a join has read in part, and reads nothing more")
    void takesOverPart() {
        Person ann = read(PartialOriginalTest::readName);
        emptyCaches();

        Person boss = read(em -> {
            database.forget();
            Person read = readBoss(em);
            assertThat(database.statements()).hasSize(1);
            return read;
        });

        assertThat(boss).isSameAs(ann);
        assertThat(ann.getName()).isEqualTo("n1000");
        assertThat(ann.getBoss()).isNull();
        assertThat(ann.getTags()).isNotEmpty();
    }

    @Test
    @DisplayName(
            "R12/R10: an instance read in part that the shared cache has complete is complete, and changes are written")
    void takesOverAll() {
        Person ann = read(PartialOriginalTest::readName);
        emptyCaches();
        readWithoutMap(em -> em.find(Person.class, 1L));

        transact(em -> {
            assertThat(em.find(Person.class, 1L)).isSameAs(ann);
            assertThat(ann.getAddress()).isNotNull();
            ann.setBoss(em.find(Person.class, 2L));
        });

        emptyCaches();
        Person boss = readWithoutMap(em -> em.find(Person.class, 1L).getBoss());
        assertThat(boss.getId()).isEqualTo(2L);
    }

    @Test
    @DisplayName(
            "R19/R12: an instance read in part whose row can't be built has nothing that was never loaded for loaded")
    void notPopulated() {
        Person ann = read(PartialOriginalTest::readName);
        transact(em -> em.createQuery("update Person p set p.name = 'Neo'").executeUpdate());
        emptyCaches();
        database.execute("alter table Person alter column latitude varchar(10)");
        database.execute("update Person set latitude = 'wrong' where id = 1");
        assertThatThrownBy(() -> read(em -> em.find(Person.class, 1L))).isInstanceOf(ConversionException.class);

        database.execute("update Person set latitude = '7' where id = 1");
        assertThat(ann.getAddress()).isNotNull();
        assertThat(ann.getAddress().getGeo().getLatitude()).isEqualTo(7);
        assertThat(ann.getTags()).isNotEmpty();
        // EclipseLink leaves what is half built in its shared cache
        emptyCaches();
        Person found = read(em -> em.find(Person.class, 1L));
        assertThat(found.getAddress().getGeo().getLatitude()).isEqualTo(7);
        assertThat(found.getName()).isEqualTo("Neo");
    }

    @Test
    @DisplayName(
            "P9, R12, R14: what the shared cache has in part becomes whole there by a query, though the map has the instance")
    void madeWhole() {
        assertNoMoreStatements(
                em -> inTransactionOf(em, () -> {
                    EntityGraph<Invoice> graph = em.createEntityGraph(Invoice.class);
                    graph.addAttributeNodes("name", "ticket");
                    em.createQuery("select i from Invoice i", Invoice.class)
                            .setHint("jakarta.persistence.fetchgraph", graph)
                            .getResultList();
                    em.createNativeQuery("select * from Invoice", Invoice.class).getResultList();
                }),
                em -> {
                    em.createQuery("select l, i from InvoiceLine l left join l.invoice i", Object[].class)
                            .getResultList();
                    assertThat(entityManager().find(Invoice.class, 51L).getName())
                            .isNotNull();
                });
    }
}

package io.github.selfsame.eclipselink.partitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.eclipselink.internal.prefetch.EclipseLinkAdapter;
import io.github.selfsame.eclipselink.testing.ContractTest;
import io.github.selfsame.eclipselink.testing.Database;
import io.github.selfsame.internal.query.MultipleLookup;
import io.github.selfsame.prefetch.Prefetch;
import io.github.selfsame.prefetch.PrefetchException;
import io.github.selfsame.query.EntityFinder;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rows in two databases: EclipseLink finds the right one only where it is asked for one key. */
class PartitionsTest extends ContractTest {

    private static final int JARS = 6;

    private final Database second = new Database();

    PartitionsTest() {
        super("partitions");
    }

    /** Adds the pool of the second database. */
    public static final class SecondPool implements SessionCustomizer {

        @Override
        public void customize(Session session) {
            ServerSession server = (ServerSession) session;
            DatabaseLogin login = (DatabaseLogin) server.getDatasourceLogin().clone();
            login.setConnector(new JNDIConnector((DataSource) server.getProperty("partitions.second")));
            server.addConnectionPool("second", login, 1, 4);
        }
    }

    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of(
                "selfsame.session.customizer", SecondPool.class.getName(), "partitions.second", second.dataSource());
    }

    @AfterEach
    void closeSecond() {
        second.close();
    }

    @Override
    protected void fill() {
        second.execute("create table JAR (JAR_ID bigint primary key, NAME varchar(99))");
        second.execute("create table LABEL (LABEL_ID bigint primary key, JAR_ID bigint)");
        for (long id = 1; id <= JARS; id++) {
            Jar jar = new Jar(id, "Jar " + id);
            List<Label> labels = List.of(new Label(id, jar), new Label(10 + id, jar));
            transact(em -> {
                em.persist(jar);
                labels.forEach(em::persist);
            });
            Box box = new Box(id, jar);
            // EclipseLink can't write to another database than that of the partition in the same transaction
            transact(em -> em.persist(box));
        }
    }

    private static List<Box> boxes(EntityManager em) {
        return em.createQuery("select b from Box b order by b.id", Box.class).getResultList();
    }

    private static List<String> walk(List<Box> boxes) {
        List<String> seen = new ArrayList<>();
        for (Box box : boxes) {
            Jar jar = box.getJar();
            seen.add(jar == null ? "none" : jar.getName());
            if (jar != null) {
                jar.getLabels()
                        .forEach(label ->
                                seen.add(label.getId() + " of " + label.getJar().getName()));
            }
        }
        return seen;
    }

    private List<String> lazily() {
        List<String> seen = readWithoutMap(em -> walk(boxes(em)));
        emptyCaches();
        return seen;
    }

    @Test
    @DisplayName("P4, P9: a prefetch finds what is in another partition, as lazy loading does")
    void prefetch() {
        List<String> expected = lazily();

        assertThat(expected).hasSize(3 * JARS);
        assertThat(this.<List<String>>read(em -> {
                    List<Box> boxes = boxes(em);
                    prefetch(boxes, "jar.labels");
                    return walk(boxes);
                }))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("P13: peers find what is in another partition, as lazy loading does")
    void peers() {
        List<String> expected = lazily();
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));

        assertThat(this.<List<String>>read(em -> walk(boxes(em)))).isEqualTo(expected);
    }

    @Test
    @DisplayName("R1: a row of any partition is one object")
    void identity() {
        List<Box> boxes = read(em -> {
            List<Box> found = boxes(em);
            walk(found);
            return found;
        });

        read(em -> {
            for (Box box : boxes) {
                assertThat(em.find(Jar.class, box.getId())).isSameAs(box.getJar());
            }
            return boxes;
        });
    }

    @Test
    @DisplayName("Q1: many ids are found in any partition")
    void findMultiple() {
        EntityFinder finder = new MultipleLookup(() -> List.of(new EclipseLinkAdapter()));
        List<Long> ids = LongStream.rangeClosed(1, JARS).boxed().toList();

        assertThat(this.<List<Jar>>read(em -> finder.findMultiple(em, Jar.class, ids)))
                .extracting(Jar::getId)
                .isEqualTo(ids);
    }

    @Test
    @DisplayName("P6: a separate result of what is in other partitions is an error, and nothing is loaded")
    void separateResult() {
        List<Jar> jars = read(
                em -> LongStream.of(1, 2).mapToObj(id -> em.find(Jar.class, id)).toList());

        assertThat(statements(() -> assertThatExceptionOfType(PrefetchException.class)
                        .isThrownBy(() -> prefetch(jars, Prefetch.of("labels").count()))
                        .withMessageContaining("SELFSAME002108")))
                .isZero();
    }

    @Test
    @DisplayName(
            "R7: what is committed to one partition is in the map; a query of the default one finds no more than it did")
    void commit() {
        Jar first = read(em -> em.find(Jar.class, 1L));
        Jar second = read(em -> em.find(Jar.class, 2L));
        transact(em -> em.find(Jar.class, 1L).setName("Jam"));
        transact(em -> em.find(Jar.class, 2L).setName("Honey"));

        assertThat(first.getName()).isEqualTo("Jam");
        assertThat(second.getName()).isEqualTo("Honey");
        List<Jar> inDefault =
                read(em -> em.createQuery("select j from Jar j", Jar.class).getResultList());
        assertThat(inDefault)
                .hasSizeLessThan(JARS)
                .hasSize(this.<List<Jar>>read(em -> em.createQuery("select j from Jar j", Jar.class)
                                .setHint(SelfsameHints.KEY_FIRST, true)
                                .getResultList())
                        .size());
    }
}

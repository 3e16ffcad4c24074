package io.github.selfsame.tests.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.tests.model.Book;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Set;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QueriesIT extends InContainerTest {

    @Inject
    private Librarian librarian;

    @Deployment
    static WebArchive application() {
        return TestWar.named("queries").with(QueriesIT.class);
    }

    @Test
    @DisplayName("P12: the prefetch hint is honoured by queries and by find")
    void prefetch() {
        try (IdentityMapActivation activation = maps.open()) {
            List<Book> all = librarian.all(SelfsameHints.PREFETCH, "author");
            long reads = database.reads();
            assertThat(reads).isLessThanOrEqualTo(2);
            assertThat(all)
                    .isNotEmpty()
                    .allSatisfy(book -> assertThat(book.getAuthor().getName()).isNotEmpty());
            assertThat(librarian.findWithAuthor(1)).isSameAs(all.get(0));
            assertThat(database.reads()).isEqualTo(reads);
            assertThat(activation.map().statistics().statementsRun()).isEqualTo(reads);
        }
    }

    @Test
    @DisplayName("Q1: with keys first one statement does if the map has all")
    void keyFirst() {
        try (IdentityMapActivation activation = maps.open()) {
            List<Book> all = books.all();
            long reads = database.reads();
            assertThat(librarian.all(SelfsameHints.KEY_FIRST, true)).containsExactlyElementsOf(all);
            assertThat(database.reads()).isEqualTo(reads + 1);
            assertThat(activation.map().size()).isPositive();
        }
    }

    @Test
    @DisplayName(
            "Q1: many are found by id with one statement, through the server's EntityManager, and what is there without")
    void findMultiple() {
        try (IdentityMapActivation activation = maps.open()) {
            Book first = books.find(1);
            long reads = database.reads();
            List<Book> found = librarian.findTogether(2L, 1L, -1L, 2L);
            assertThat(database.reads()).isEqualTo(reads + 1);
            assertThat(found).hasSize(4);
            assertThat(found.get(0)).isSameAs(found.get(3)).isSameAs(books.find(2));
            assertThat(found.get(1)).isSameAs(first);
            assertThat(found.get(2)).isNull();
            assertThat(librarian.findTogether(2L, 1L)).containsExactly(found.get(0), first);
            assertThat(database.reads()).isEqualTo(reads + 1);
            assertThat(activation.map().isOpen()).isTrue();
        }
    }

    @Test
    @DisplayName("Q2: exactly one, and why not")
    void exactlyOne() {
        String title = books.find(1).getTitle();
        assertThat(librarian.byTitle(title).getId()).isEqualTo(1);
        assertThat(librarian.whyNot("Nobody")).contains("SELFSAME000450", Book.class.getName(), "{title='Nobody'}");
    }

    @Test
    @DisplayName("O3: the application's statistics are in JMX")
    void jmx() throws Exception {
        try (IdentityMapActivation activation = maps.open()) {
            assertThat(activation.map().isOpen()).isTrue();
        }
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> names = server.queryNames(new ObjectName("io.github.selfsame:type=IdentityMaps,*"), null);
        assertThat(names).isNotEmpty().anySatisfy(name -> assertThat((long) server.getAttribute(name, "OpenedMaps"))
                .isPositive());
    }
}

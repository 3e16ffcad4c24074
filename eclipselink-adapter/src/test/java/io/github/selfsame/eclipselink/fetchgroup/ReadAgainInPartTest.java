package io.github.selfsame.eclipselink.fetchgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.selfsame.eclipselink.model.Book;
import io.github.selfsame.eclipselink.model.ModelTest;
import jakarta.persistence.EntityGraph;
import jakarta.persistence.EntityManager;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances that were complete, and of which a part is read again since they are out of date. */
class ReadAgainInPartTest extends ModelTest {

    @BeforeEach
    void onlyWoven() {
        assumeTrue(WOVEN, "fetch groups need weaving");
        emptyCaches();
    }

    /** A book that the map has, of which the name is to be read again. */
    private Book outOfDate(boolean isLoaded) {
        Book book = read(em -> {
            Book found = em.find(Book.class, 2L);
            if (isLoaded) {
                assertThat(found.getPages()).isNotEmpty();
            }
            return found;
        });
        emptyCaches();
        return book;
    }

    private static Book readName(EntityManager em) {
        EntityGraph<Book> graph = em.createEntityGraph(Book.class);
        graph.addAttributeNodes("name");
        return em.find(Book.class, 2L, Map.of("jakarta.persistence.fetchgraph", graph));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("R12/R4: EclipseLink can remove such an instance, whatever was loaded of it before")
    void removed(boolean isLoaded) {
        Book book = outOfDate(isLoaded);
        EntityManager em = entityManager();

        inTransactionOf(em, () -> {
            assertThat(readName(em)).isSameAs(book);
            em.remove(book);
            assertThat(em.contains(book)).isFalse();
        });
    }
}

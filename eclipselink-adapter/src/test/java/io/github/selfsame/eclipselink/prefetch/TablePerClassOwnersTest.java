package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.eclipselink.model.Circle;
import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Person;
import io.github.selfsame.eclipselink.model.Shape;
import io.github.selfsame.eclipselink.model.Square;
import io.github.selfsame.prefetch.PrefetchException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Owners of several classes that have a table each. */
class TablePerClassOwnersTest extends ModelTest {

    @Test
    @DisplayName("P1, P7: owners of several classes with a table each are prefetched together")
    void ownersOfSeveralClasses() {
        read(em -> {
            List<Shape> shapes = List.of(em.find(Circle.class, 1L), em.find(Square.class, 11L));
            prefetch(shapes, "painter.tags", "inner");
            assertThat(statements(() -> {
                        assertThat(shapes.get(0).getPainter().getTags()).hasSize(2);
                        assertThat(((Square) shapes.get(1)).getInner()).hasSize(1);
                    }))
                    .isZero();
            return shapes;
        });
    }

    @Test
    @DisplayName("P7, P12: so they are along with a query for the class at the top")
    void byHint() {
        read(em -> {
            List<Shape> shapes = em.createQuery("select s from Shape s order by s.id", Shape.class)
                    .setHint(SelfsameHints.PREFETCH, "painter.tags")
                    .getResultList();
            assertThat(shapes).hasAtLeastOneElementOfType(Circle.class).hasAtLeastOneElementOfType(Square.class);
            assertThat(statements(() -> assertThat(shapes)
                            .filteredOn(shape -> shape.getPainter() != null)
                            .hasSize(1)
                            .allSatisfy(shape ->
                                    assertThat(shape.getPainter().getTags()).hasSize(2))))
                    .isZero();
            return shapes;
        });
    }

    @Test
    @DisplayName("P12: owners of several hierarchies are still an error")
    void ownersOfSeveralHierarchies() {
        read(em -> {
            List<Object> mixed = List.of(em.find(Circle.class, 1L), em.find(Person.class, 1L));
            assertThatExceptionOfType(PrefetchException.class)
                    .isThrownBy(() -> prefetch(mixed, "tags"))
                    .withMessageContaining("SELFSAME002103");
            return mixed;
        });
    }
}

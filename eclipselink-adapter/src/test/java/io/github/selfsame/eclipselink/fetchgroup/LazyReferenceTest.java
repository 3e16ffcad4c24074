package io.github.selfsame.eclipselink.fetchgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LazyReferenceTest extends ModelTest {

    @Test
    @DisplayName("R12/P9: a lazy reference to a stale instance takes no more statements than without the map")
    void lazyReferenceToStale() {
        assumeTrue(WOVEN, "without weaving there are no lazy references");
        Person ann = read(em -> em.find(Person.class, 1L));
        factory.getCache().evictAll();
        emptyCaches();

        database.forget();
        String name = read(em -> {
            Person reference = em.getReference(Person.class, 1L);
            assertThat(reference).isSameAs(ann);
            return reference.getName();
        });
        assertThat(name).isEqualTo(ann.getName());
        assertThat(database.statements()).hasSize(1);
    }
}

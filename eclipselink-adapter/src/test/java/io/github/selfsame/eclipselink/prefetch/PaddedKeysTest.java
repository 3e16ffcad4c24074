package io.github.selfsame.eclipselink.prefetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a database is told of which nothing is known. */
class PaddedKeysTest extends KennelTest {

    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of("eclipselink.target-database", "org.eclipse.persistence.platform.database.DatabasePlatform");
    }

    @Override
    protected void fill() {
        database.execute("insert into Dog (id, name, version) select x, 'dog ' || x, 1 from system_range(1, 20)");
    }

    @Test
    @DisplayName("P10: lists of parameters are filled up to few sizes, so that prepared statements come again")
    void sizes() {
        Set<String> different = new HashSet<>();
        for (int size = 5; size <= 16; size++) {
            String text = "select d from Dog d where d.id <= " + size;
            factory.getCache().evictAll();
            try (var inner = maps.open()) {
                read(em -> {
                    List<Dog> dogs = em.createQuery(text, Dog.class).getResultList();
                    database.forget();
                    prefetch(dogs, "toys");
                    different.addAll(database.statements());
                    return null;
                });
            }
        }
        assertThat(different).hasSize(2).allMatch(sql -> sql.contains(" IN (?, ?, ?, ?, ?, ?, ?, ?"));
    }
}

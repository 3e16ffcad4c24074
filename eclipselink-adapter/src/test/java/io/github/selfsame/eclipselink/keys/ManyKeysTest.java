package io.github.selfsame.eclipselink.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.internal.prefetch.EclipseLinkAdapter;
import io.github.selfsame.eclipselink.testing.ContractTest;
import io.github.selfsame.internal.query.MultipleLookup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys of several values, as many as EclipseLink says to PostgreSQL at once. */
class ManyKeysTest extends ContractTest {

    private static final int COUNT = 2_000;

    private static final int SMALL_STACK = 256 * 1_024;

    ManyKeysTest() {
        super("keys");
    }

    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of("eclipselink.target-database", "org.eclipse.persistence.platform.database.PostgreSQLPlatform");
    }

    @Override
    protected void fill() {
        database.execute("insert into Kind (id, name) values ('H', 'hunter')");
        database.execute(
                "insert into Step (kind_id, number, text) select 'H', x, 'run' from system_range(1, " + COUNT + ")");
    }

    @Test
    @Timeout(60)
    @DisplayName("P10, Q1: a long list of keys of several values needs no deep stack")
    void smallStack() throws Exception {
        FutureTask<Integer> task = new FutureTask<>(() -> read(em -> {
            List<Step.Key> keys = IntStream.rangeClosed(1, COUNT)
                    .mapToObj(number -> new Step.Key("H", number))
                    .toList();
            database.forget();
            List<Step> steps =
                    new MultipleLookup(() -> List.of(new EclipseLinkAdapter())).findMultiple(em, Step.class, keys);
            assertThat(steps)
                    .extracting(Step::getNumber)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, COUNT).boxed().toList());
            return database.statements().size();
        }));
        new Thread(null, task, "small stack", SMALL_STACK).start();
        assertThat(task.get()).isEqualTo(1);
    }
}

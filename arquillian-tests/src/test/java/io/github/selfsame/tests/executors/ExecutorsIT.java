package io.github.selfsame.tests.executors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.TestWar;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExecutorsIT extends ExecutorTest {

    @Deployment
    static WebArchive application() {
        return TestWar.named("executors").with(ExecutorsIT.class);
    }

    @Test
    @DisplayName("S10: by default a task starts without a map, whatever its executor propagates")
    void withoutByDefault() throws Exception {
        try (IdentityMapActivation activation = maps.open()) {
            for (ManagedExecutorService executor : List.of(carrying, clearing, byDefault)) {
                assertThat(run(executor, register::look).isWithoutAMap()).isTrue();
            }
            assertThat(maps.current()).containsSame(activation.map());
        }
    }

    @Test
    @DisplayName("S6, S10: a task can resume a map that it is given")
    void resumed() throws Exception {
        var kept = maps.create();
        Look there = run(byDefault, () -> maps.resume(kept, register::look));

        assertThat(there.isWithinAMap()).isTrue();
        assertThat(maps.resume(kept, register::look)).isEqualTo(there);
        kept.close();
    }

    @Test
    @DisplayName("S5, D9: what a task opens and forgets is not there for the next task")
    void forgotten() throws Exception {
        for (ManagedExecutorService executor : List.of(carrying, clearing)) {
            for (int task = 0; task < 10; task++) {
                run(executor, maps::open);
            }
            nothingIsLeftIn(executor);
        }
    }
}

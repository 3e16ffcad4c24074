package io.github.selfsame.tests.executors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.TestWar;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PropagatingExecutorsIT extends ExecutorTest {

    @Deployment
    static WebArchive application() {
        return TestWar.named("propagating-executors")
                .setting("selfsame.propagate-to-executors", "true")
                .with(PropagatingExecutorsIT.class);
    }

    @Test
    @DisplayName("S10: where it is switched on, an executor that propagates the map carries it to its tasks")
    void carried() throws Exception {
        try (IdentityMapActivation activation = maps.open()) {
            Look here = register.look();

            assertThat(run(carrying, register::look)).isEqualTo(here);
            assertThat(CompletableFuture.supplyAsync(register::look, carrying).get(30, TimeUnit.SECONDS))
                    .isEqualTo(here);
            assertThat(maps.current()).containsSame(activation.map());
        }
        nothingIsLeftIn(carrying);
    }

    @Test
    @DisplayName("S10: an executor that clears the map starts its tasks without it")
    void cleared() throws Exception {
        try (IdentityMapActivation activation = maps.open()) {
            assertThat(run(clearing, register::look).isWithoutAMap()).isTrue();
            assertThat(maps.current()).containsSame(activation.map());
        }
    }

    @Test
    @DisplayName("S10, R17: many tasks in one map meet in one instance, and a bypass is carried too")
    void manyTasks() throws Exception {
        try (IdentityMapActivation activation = maps.open()) {
            Look here = register.look();
            List<Future<Look>> tasks = new ArrayList<>();
            for (int task = 0; task < 40; task++) {
                tasks.add(carrying.submit(register::look));
            }
            for (Future<Look> task : tasks) {
                assertThat(task.get(30, TimeUnit.SECONDS).map()).isEqualTo(here.map());
            }
            assertThat(run(carrying, register::look)).isEqualTo(here);
            try (IdentityMapActivation bypass = maps.bypass()) {
                assertThat(run(carrying, register::look).isWithoutAMap()).isTrue();
            }
        }
    }
}

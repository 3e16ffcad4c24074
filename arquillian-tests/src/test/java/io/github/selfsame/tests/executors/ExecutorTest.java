package io.github.selfsame.tests.executors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Tasks in executors that are set up differently. */
abstract class ExecutorTest extends InContainerTest {

    @Inject
    protected Register register;

    @Resource(lookup = Executors.CARRYING)
    protected ManagedExecutorService carrying;

    @Resource(lookup = Executors.CLEARING)
    protected ManagedExecutorService clearing;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    protected ManagedExecutorService byDefault;

    protected static <T> T run(ManagedExecutorService executor, Callable<T> task) throws Exception {
        return executor.submit(task).get(30, TimeUnit.SECONDS);
    }

    /** Looks on as many threads of the executor as it has. */
    protected void nothingIsLeftIn(ManagedExecutorService executor) throws Exception {
        for (int task = 0; task < 20; task++) {
            Look look = run(executor, register::look);
            assertThat(look.isWithoutAMap()).isTrue();
        }
    }
}

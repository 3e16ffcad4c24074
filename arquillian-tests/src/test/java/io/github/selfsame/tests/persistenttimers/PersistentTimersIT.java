package io.github.selfsame.tests.persistenttimers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import io.github.selfsame.tests.support.TestWar;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs persistent timers, which are not in the Web Profile. */
@Tag("platform")
class PersistentTimersIT extends InContainerTest {

    @Inject
    private AlarmClock clock;

    @Inject
    private Register register;

    @Deployment
    static WebArchive application() {
        return TestWar.named("persistent-timers").with(PersistentTimersIT.class);
    }

    @Test
    @DisplayName("S4, D2: the method of a persistent timer has a map of its own, which ends with the call")
    void persistent() throws Exception {
        clock.ringSoon();
        Look first = AlarmClock.next();
        clock.ringSoon();
        Look second = AlarmClock.next();

        for (Look look : new Look[] {first, second}) {
            assertThat(look.isWithinAMap()).isTrue();
            assertThat(register.endsSoon(look.map())).isTrue();
        }
        assertThat(second.map()).isNotEqualTo(first.map());
    }
}

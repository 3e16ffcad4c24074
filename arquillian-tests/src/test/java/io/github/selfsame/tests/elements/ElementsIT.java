package io.github.selfsame.tests.elements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import io.github.selfsame.tests.support.TestWar;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ElementsIT extends InContainerTest {

    @Inject
    private Newsroom newsroom;

    @Inject
    private Event<News> events;

    @Inject
    private Instance<Look> looks;

    @Inject
    private StereotypedService stereotyped;

    @Inject
    private Register register;

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    @Deployment
    static WebArchive application() {
        return TestWar.named("elements").with(ElementsIT.class);
    }

    @Test
    @DisplayName("S4: an observer works within a map or without one, as it is annotated")
    void observers() {
        events.fire(new News("first"));

        List<Look> seen = newsroom.seen();
        assertThat(seen).hasSize(2);
        assertThat(seen.get(0).isWithinAMap()).isTrue();
        assertThat(register.hasEnded(seen.get(0).map())).isTrue();
        assertThat(seen.get(1).isWithoutAMap()).isTrue();
    }

    @Test
    @DisplayName("S4: an observer joins the map of the one who fires")
    void observersJoin() {
        try (IdentityMapActivation activation = maps.open()) {
            events.fire(new News("joined"));
            assertThat(newsroom.seen().get(0).map()).isEqualTo(register.numberOf(activation.map()));
        }
    }

    @Test
    @DisplayName("S4, S10: an asynchronous observer has a map of its own")
    void asynchronousObserver() throws Exception {
        try (IdentityMapActivation activation = maps.open()) {
            events.fireAsync(new News("later")).toCompletableFuture().get(20, TimeUnit.SECONDS);

            Look look = newsroom.seenLater().poll(20, TimeUnit.SECONDS);
            assertThat(look.isWithinAMap()).isTrue();
            assertThat(look.map()).isNotEqualTo(register.numberOf(activation.map()));
            assertThat(register.endsSoon(look.map())).isTrue();
        }
    }

    @Test
    @DisplayName("S4: an observer of a transaction's success is called with its map")
    void transactionalObserver() throws Exception {
        transaction.begin();
        events.fire(new News("committed"));
        assertThat(newsroom.seenAfterSuccess()).doesNotContain("committed");
        transaction.commit();

        assertThat(newsroom.seenAfterSuccess()).contains("committed");
        newsroom.seen();
    }

    @Test
    @DisplayName("S4: producers and disposers work within maps")
    void producers() {
        Instance<Look> headlines = looks.select(NamedLiteral.of("headline"));
        Instance.Handle<Look> headline = headlines.getHandle();

        Look produced = headline.get();
        assertThat(produced.isWithinAMap()).isTrue();
        assertThat(register.hasEnded(produced.map())).isTrue();
        headline.destroy();
        assertThat(newsroom.disposed().isWithinAMap()).isTrue();
        assertThat(newsroom.disposed().map()).isNotEqualTo(produced.map());
    }

    @Test
    @DisplayName("S4: a stereotype brings the annotation along, with its values")
    void stereotype() {
        assertThat(stereotyped.look().isWithinAMap()).isTrue();
        try (IdentityMapActivation activation = maps.open()) {
            assertThat(stereotyped.look().map()).isNotEqualTo(register.numberOf(activation.map()));
        }
    }

    @Test
    @DisplayName("S7: a parameter receives the current map")
    void parameter() {
        try (IdentityMapActivation activation = maps.open()) {
            assertThat(newsroom.numberOf(null)).isEqualTo(register.numberOf(activation.map()));
        }
        assertThat(newsroom.numberOf(null)).isPositive();
    }
}

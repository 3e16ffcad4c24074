package io.github.selfsame.tests.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.tests.support.HttpTest;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.TestWar;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MapForEveryRequestIT extends HttpTest {

    @Deployment
    static WebArchive application() {
        return TestWar.named("map-for-every-request")
                .setting("selfsame.map-for-every", "request")
                .with(MapForEveryRequestIT.class);
    }

    @Test
    @DisplayName("S8: one setting gives every request a map, without any change to servlets and resources")
    void everywhere() {
        for (String path : List.of("plain", "api/books/plain", "reader", "api/enterprise")) {
            List<Look> looks = browser.looks(path);

            assertThat(looks).as(path).isNotEmpty().allMatch(Look::isWithinAMap).allMatch(looks.get(0)::equals);
            assertThat(hasEnded(looks.get(0).map())).isTrue();
            assertThat(browser.look(path).map()).isNotEqualTo(looks.get(0).map());
        }
    }

    @Test
    @DisplayName("S8, D1: what is streamed after the method of a resource still belongs to the map of the request")
    void streamed() {
        List<Look> looks = browser.looks("api/books/streamed");

        assertThat(looks).hasSize(2).allMatch(Look::isWithinAMap).allMatch(looks.get(0)::equals);
        assertThat(hasEnded(looks.get(0).map())).isTrue();
    }

    @Test
    @DisplayName("S8: @UseIdentityMap joins the map of the request")
    void join() {
        assertThat(browser.looks("filtered/reader"))
                .hasSize(3)
                .allMatch(Look::isWithinAMap)
                .satisfies(looks -> assertThat(looks).allMatch(looks.get(0)::equals));
    }

    @Test
    @DisplayName("S8: bypass and maps of their own work locally as ever")
    void locally() {
        assertThat(browser.look("api/books/switched-off").isWithoutAMap()).isTrue();
        List<Look> bypassed = browser.looks("api/books/bypassed");
        assertThat(bypassed.get(0).isWithoutAMap()).isTrue();
        assertThat(bypassed.get(1).isWithinAMap()).isTrue();

        List<Look> anew = browser.looks("api/books/anew");
        assertThat(anew).allMatch(Look::isWithinAMap);
        assertThat(anew.get(1).map()).isNotEqualTo(anew.get(0).map());
        assertThat(anew.get(2)).isEqualTo(anew.get(0));
    }
}

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

class RequestIT extends HttpTest {

    @Deployment
    static WebArchive application() {
        return TestWar.named("requests").with(RequestIT.class);
    }

    @Test
    @DisplayName("R18: resources and servlets without annotation work without a map")
    void without() {
        assertThat(browser.look("api/books/plain").isWithoutAMap()).isTrue();
        assertThat(browser.look("plain").isWithoutAMap()).isTrue();
    }

    @Test
    @DisplayName("S4: @UseIdentityMap on the method of a resource opens a map for the call")
    void resourceMethod() {
        opensAMapForEachRequest("api/books/invocation");
    }

    @Test
    @DisplayName(
            "S4: @UseIdentityMap on the type of a resource counts for its methods, @BypassIdentityMap on a method beats it")
    void resourceType() {
        opensAMapForEachRequest("api/mapped");
        assertThat(browser.look("api/mapped/bypassed").isWithoutAMap()).isTrue();
    }

    @Test
    @DisplayName("S4: a resource that is an enterprise bean takes binding and @Interceptors")
    void enterpriseResource() {
        opensAMapForEachRequest("api/enterprise");
        opensAMapForEachRequest("api/enterprise/named");
        assertThat(browser.look("api/enterprise/bypassed").isWithoutAMap()).isTrue();
    }

    @Test
    @DisplayName("S1: a map that lives as long as the request is the same for all calls in it, and ends with it")
    void requestLifetime() {
        List<Look> looks = browser.looks("api/books/request");

        assertThat(looks).hasSize(2).allMatch(Look::isWithinAMap);
        assertThat(looks.get(1)).isEqualTo(looks.get(0));
        assertThat(hasEnded(looks.get(0).map())).isTrue();
        assertThat(browser.look("api/books/request").map())
                .isNotEqualTo(looks.get(0).map());
    }

    @Test
    @DisplayName("S1: the map of a request is current during the calls that ask for it, and not between them")
    void requestLifetimeInAServlet() {
        List<Look> looks = browser.looks("reader");

        assertThat(looks).hasSize(3);
        assertThat(looks.get(0).isWithinAMap()).isTrue();
        assertThat(looks.get(1).isWithoutAMap()).isTrue();
        assertThat(looks.get(2)).isEqualTo(looks.get(0));
        assertThat(hasEnded(looks.get(0).map())).isTrue();
    }

    @Test
    @DisplayName("S4: within the map of a resource a call that bypasses works without")
    void bypass() {
        List<Look> looks = browser.looks("api/books/bypassed");

        assertThat(looks.get(0).isWithoutAMap()).isTrue();
        assertThat(looks.get(1).isWithinAMap()).isTrue();
    }

    @Test
    @DisplayName("S2: a resource and its services share one instance of an @IdentityMapScoped bean in each map")
    void scopedBean() {
        assertThat(browser.get("api/books/tally")).isEqualTo("1 2");
        assertThat(browser.get("api/books/tally")).isEqualTo("1 2");
    }

    @Test
    @DisplayName("S1, D1: the map of a resource method that throws ends with it")
    void failing() {
        assertThat(browser.status("api/books/failing")).isEqualTo(500);
        opensAMapForEachRequest("api/books/invocation");
    }

    @Test
    @DisplayName("S1, D1: what is streamed after the method has returned is read without its map")
    void streamed() {
        List<Look> looks = browser.looks("api/books/streamed");

        assertThat(looks.get(0).isWithinAMap()).isTrue();
        assertThat(looks.get(1).isWithoutAMap()).isTrue();
        assertThat(hasEnded(looks.get(0).map())).isTrue();
    }

    @Test
    @DisplayName("S4: @UseIdentityMap on a servlet opens a map for the request")
    void servlet() {
        opensAMapForEachRequest("mapped");
    }

    @Test
    @DisplayName("S4: @UseIdentityMap on a filter opens a map for what comes after it")
    void filter() {
        opensAMapForEachRequest("filtered/plain");
        assertThat(browser.looks("filtered/reader")).hasSize(3).allMatch(Look::isWithinAMap);
    }

    @Test
    @DisplayName("S5: a filter that starts a map in a program does so for what comes after it")
    void callingFilter() {
        opensAMapForEachRequest("called/plain");
    }

    private void opensAMapForEachRequest(String path) {
        List<Look> first = browser.looks(path);
        List<Look> second = browser.looks(path);

        assertThat(first).isNotEmpty().allMatch(Look::isWithinAMap).allMatch(first.get(0)::equals);
        assertThat(second).isNotEmpty().allMatch(Look::isWithinAMap);
        assertThat(second.get(0).map()).isNotEqualTo(first.get(0).map());
        assertThat(hasEnded(first.get(0).map())).isTrue();
        assertThat(hasEnded(second.get(0).map())).isTrue();
    }
}

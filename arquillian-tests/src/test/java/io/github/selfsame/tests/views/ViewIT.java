package io.github.selfsame.tests.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.tests.support.HttpTest;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.TestWar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ViewIT extends HttpTest {

    private static final String WEB_XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee"
                     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                     xsi:schemaLocation="https://jakarta.ee/xml/ns/jakartaee https://jakarta.ee/xml/ns/jakartaee/web-app_6_0.xsd"
                     version="6.0">
              <servlet>
                <servlet-name>faces</servlet-name>
                <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class>
                <load-on-startup>1</load-on-startup>
              </servlet>
              <servlet-mapping>
                <servlet-name>faces</servlet-name>
                <url-pattern>*.xhtml</url-pattern>
              </servlet-mapping>
            </web-app>
            """;

    private static final String SHELF_PAGE =
            """
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="jakarta.faces.html">
              <h:head/>
              <h:body>
                #{shelf.look} and #{shelf.look} after #{shelf.turns} turns
                <h:form id="form">
                  <h:commandButton id="turn" value="Turn" action="#{shelf.turn}"/>
                  <h:commandButton id="leave" value="Leave" action="#{shelf.leave}"/>
                </h:form>
              </h:body>
            </html>
            """;

    private static final String OTHER_PAGE =
            """
            <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="jakarta.faces.html">
              <h:head/>
              <h:body>Somewhere else</h:body>
            </html>
            """;

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");

    @Deployment
    static WebArchive application() {
        return TestWar.named("views")
                .with(ViewIT.class)
                .setWebXML(new StringAsset(WEB_XML))
                .addAsWebResource(new StringAsset(SHELF_PAGE), "shelf.xhtml")
                .addAsWebResource(new StringAsset(OTHER_PAGE), "other.xhtml");
    }

    @Test
    @DisplayName("S1, S6: the requests of a view share a map")
    void postbacks() {
        String page = browser.get("shelf.xhtml");
        Look first = Look.in(page);
        assertThat(Look.allIn(page)).hasSize(2).allMatch(Look::isWithinAMap).allMatch(first::equals);

        for (int turn = 1; turn <= 3; turn++) {
            page = press(page, "form:turn");
            assertThat(page).contains("after " + turn + " turns");
            assertThat(Look.allIn(page)).hasSize(2).allMatch(first::equals);
        }
        assertThat(reads()).isEqualTo(1);
        assertThat(hasEnded(first.map())).isFalse();
    }

    @Test
    @DisplayName("S1: the map of a view ends when the user leaves it")
    void leaving() {
        String page = browser.get("shelf.xhtml");
        Look look = Look.in(page);

        assertThat(press(page, "form:leave")).contains("Somewhere else");

        assertThat(hasEnded(look.map())).isTrue();
    }

    @Test
    @DisplayName("S1: two views of one session have a map each")
    void twoViews() {
        List<Look> views = List.of(browser.look("shelf.xhtml"), browser.look("shelf.xhtml"));

        assertThat(views).allMatch(Look::isWithinAMap);
        assertThat(views.get(1).map()).isNotEqualTo(views.get(0).map());
    }

    /** Sends the page's form as a browser does: with what is hidden in it, and the button. */
    private String press(String page, String button) {
        Map<String, String> form = new TreeMap<>();
        Matcher inputs = INPUT.matcher(page);
        while (inputs.find()) {
            String input = inputs.group();
            if (attribute(input, "type").equals("hidden")) {
                form.put(attribute(input, "name"), attribute(input, "value"));
            }
        }
        form.put(button, "pressed");
        return browser.post("shelf.xhtml", form);
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? matcher.group(1) : "";
    }
}

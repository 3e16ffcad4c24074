package io.github.selfsame.eclipselink.internal.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.IdentityMapSessionCustomizer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclaredUnitsTest {

    private static final String NAME = "eclipselink.session.customizer";

    private static final String LINE = property(IdentityMapSessionCustomizer.class.getName());

    @TempDir
    Path directory;

    @Test
    @DisplayName("S9: a container-managed unit without the line is a problem; unit, file and remedy are named")
    void withoutLine() throws IOException {
        assertThat(problems(unit("kennel", "JTA", "", "")))
                .singleElement()
                .asString()
                .contains("SELFSAME002200", "'kennel'", "META-INF/persistence.xml", LINE);
    }

    @Test
    @DisplayName("S9: a unit with another customizer is a problem; the message says how to keep that one")
    void otherCustomizer() throws IOException {
        assertThat(problems(unit("kennel", "JTA", "", property("com.example.Own"))))
                .singleElement()
                .asString()
                .contains(
                        "SELFSAME002201",
                        "'kennel'",
                        "com.example.Own",
                        IdentityMapSessionCustomizer.class.getName(),
                        IdentityMapSessionCustomizer.NEXT_CUSTOMIZER);
    }

    @Test
    @DisplayName("S9: all units without the line are reported at once")
    void allAtOnce() throws IOException {
        assertThat(problems(unit("kennel", "JTA", "", "") + unit("shop", "JTA", "", "")))
                .hasSize(2);
    }

    @Test
    @DisplayName("S9: with the line all is well, and other units of the application may leave it out")
    void withLine() throws IOException {
        assertThat(problems(unit("kennel", "JTA", "", LINE) + unit("shop", "JTA", "", "")))
                .isEmpty();
    }

    @Test
    @DisplayName("S9: the line may be a system property, which EclipseLink takes for units that name no customizer")
    void systemProperty() throws IOException {
        System.setProperty(NAME, IdentityMapSessionCustomizer.class.getName());
        try {
            assertThat(problems(unit("kennel", "JTA", "", ""))).isEmpty();
            assertThat(problems(unit("kennel", "JTA", "", property("com.example.Own"))))
                    .singleElement()
                    .asString()
                    .contains("SELFSAME002201", "com.example.Own");
            assertThat(problems(unit("shop", "JTA", "<provider>org.example.Provider</provider>", "")
                            + unit("kennel", "JTA", "", property("com.example.Own"))))
                    .as("it is no line of another provider's unit")
                    .hasSize(1);
        } finally {
            System.clearProperty(NAME);
        }
    }

    @Test
    @DisplayName("S9: a unit that a program creates, and a unit of another provider, are not judged")
    void notJudged() throws IOException {
        assertThat(problems(unit("kennel", "RESOURCE_LOCAL", "", "")
                        + unit("shop", "JTA", "<provider>org.example.Provider</provider>", "")))
                .isEmpty();
    }

    @Test
    @DisplayName("S9: a unit with a data source of the container is container-managed")
    void dataSource() throws IOException {
        String dataSource = "<jta-data-source>java:app/jdbc/kennel</jta-data-source>";

        assertThat(problems(unit("kennel", "", dataSource, ""))).hasSize(1);
    }

    @Test
    @DisplayName("S9: an application without units has no problem, nor has one with a broken file")
    void nothingToRead() throws IOException {
        assertThat(problems("<not closed>")).isEmpty();
        Files.delete(directory.resolve("META-INF/persistence.xml"));
        assertThat(problemsOfDirectory()).isEmpty();
    }

    private List<String> problems(String units) throws IOException {
        Path file = Files.createDirectories(directory.resolve("META-INF")).resolve("persistence.xml");
        Files.writeString(
                file,
                "<persistence xmlns=\"https://jakarta.ee/xml/ns/persistence\" version=\"3.2\">" + units
                        + "</persistence>");
        return problemsOfDirectory();
    }

    private List<String> problemsOfDirectory() throws IOException {
        try (URLClassLoader application =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            return DeclaredUnits.of(application).problems();
        }
    }

    private static String unit(String name, String transactionType, String elements, String properties) {
        String type = transactionType.isEmpty() ? "" : " transaction-type=\"" + transactionType + "\"";
        return "<persistence-unit name=\"" + name + "\"" + type + ">" + elements + "<properties>" + properties
                + "</properties></persistence-unit>";
    }

    private static String property(String customizer) {
        return "<property name=\"" + NAME + "\" value=\"" + customizer + "\"/>";
    }
}

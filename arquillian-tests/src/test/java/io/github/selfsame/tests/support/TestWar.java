package io.github.selfsame.tests.support;

import io.github.selfsame.tests.model.Author;
import java.io.File;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Puts together the application that is tested, with the library in it as a user would have it. */
public final class TestWar {

    /** The one line that a user writes. */
    private static final Map<String, String> CUSTOMIZER_LINE =
            Map.of("eclipselink.session.customizer", "io.github.selfsame.eclipselink.IdentityMapSessionCustomizer");

    private static final Map<String, String> SCHEMA =
            Map.of("jakarta.persistence.schema-generation.database.action", "drop-and-create");

    private final String name;
    private final Map<String, String> unitProperties = new TreeMap<>(SCHEMA);
    private final StringBuilder settings = new StringBuilder();

    private TestWar(String name) {
        this.name = name;
    }

    /** An application with the library, set up as it should be. */
    public static TestWar named(String name) {
        TestWar war = withoutCustomizerLine(name);
        war.unitProperties.putAll(CUSTOMIZER_LINE);
        return war;
    }

    /** An application with the library's jars whose {@code persistence.xml} lacks the line. */
    public static TestWar withoutCustomizerLine(String name) {
        return new TestWar(name);
    }

    public TestWar unitProperty(String key, String value) {
        unitProperties.put(key, value);
        return this;
    }

    /** A setting in the application's {@code META-INF/selfsame.properties}. */
    public TestWar setting(String key, String value) {
        settings.append(key).append('=').append(value).append('\n');
        return this;
    }

    /** The application with the classes of the test's own package. */
    public WebArchive with(Class<?> test) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, name + ".war")
                .addPackage(test.getPackage())
                .addPackage(Author.class.getPackage())
                .addPackage(TestDatabase.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsResource(new StringAsset(persistenceXml()), "META-INF/persistence.xml")
                .addAsResource(new StringAsset(settings.toString()), "META-INF/selfsame.properties");
        File[] libraries = new File(systemProperty("war.libraries.directory")).listFiles();
        for (File library : Objects.requireNonNull(libraries, "war.libraries.directory is empty")) {
            war.addAsLibrary(library);
        }
        return war;
    }

    private String persistenceXml() {
        for (String property : systemProperty("server.unit-properties").split(";", -1)) {
            if (!property.isBlank()) {
                String[] keyAndValue = property.split("=", 2);
                unitProperties.put(keyAndValue[0].strip(), keyAndValue[1].strip());
            }
        }
        StringBuilder properties = new StringBuilder();
        unitProperties.forEach((key, value) ->
                properties.append("      <property name=\"%s\" value=\"%s\"/>\n".formatted(key, value)));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence"
                             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                             xsi:schemaLocation="https://jakarta.ee/xml/ns/persistence
                                 https://jakarta.ee/xml/ns/persistence/persistence_3_2.xsd"
                             version="3.2">
                  <persistence-unit name="library" transaction-type="JTA">
                    <jta-data-source>%s</jta-data-source>
                    <shared-cache-mode>NONE</shared-cache-mode>
                    <properties>
                %s    </properties>
                  </persistence-unit>
                </persistence>
                """
                .formatted(TestDatabase.DATA_SOURCE, properties);
    }

    /** A system property that the build sets; some test runners drop those that are empty. */
    private static String systemProperty(String key) {
        return System.getProperty(key, "");
    }
}

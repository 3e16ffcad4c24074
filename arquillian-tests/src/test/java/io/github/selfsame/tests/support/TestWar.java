package io.github.selfsame.tests.support;

import io.github.selfsame.tests.model.Author;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Puts together the application that is tested, with the library in it as a user would have it. */
public final class TestWar {

    /** The one line that a user writes. */
    static final Map<String, String> CUSTOMIZER_LINE =
            Map.of("eclipselink.session.customizer", "io.github.selfsame.eclipselink.IdentityMapSessionCustomizer");

    static final Map<String, String> SCHEMA =
            Map.of("jakarta.persistence.schema-generation.database.action", "drop-and-create");

    private final String name;
    private final Map<String, String> unitProperties = new TreeMap<>(SCHEMA);
    private final StringBuilder settings = new StringBuilder();

    private boolean hasLibrary = true;
    private boolean hasPlainUnit;

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

    /** An application that has never heard of the library. */
    public static TestWar withoutLibrary(String name) {
        TestWar war = withoutCustomizerLine(name);
        war.hasLibrary = false;
        return war;
    }

    public TestWar unitProperty(String key, String value) {
        unitProperties.put(key, value);
        return this;
    }

    /** Adds a persistence unit "plain" for the same entities, which is not connected with the library. */
    public TestWar andPlainUnit() {
        hasPlainUnit = true;
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
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        if (hasLibrary) {
            war.addPackage(TestDatabase.class.getPackage());
        } else {
            war.addClasses(TestDatabase.class, Books.class, DeliberateException.class);
        }
        war.addAsResource(persistenceXml(war), "META-INF/persistence.xml")
                .addAsResource(new StringAsset(settings.toString()), "META-INF/selfsame.properties");
        Server.descriptors().forEach(descriptor -> war.addAsWebInfResource(descriptor, descriptor.getName()));
        Server.warLibraries()
                .filter(library -> hasLibrary || !library.getName().startsWith("selfsame-"))
                .forEach(war::addAsLibrary);
        return war;
    }

    private Asset persistenceXml(Archive<?> archive) {
        PersistenceXml xml = new PersistenceXml(archive).unit("library", unitProperties);
        return (hasPlainUnit ? xml.unit("plain", Map.of()) : xml).asset();
    }
}

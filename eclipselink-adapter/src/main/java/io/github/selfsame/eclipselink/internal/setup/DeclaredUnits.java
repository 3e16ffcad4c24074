package io.github.selfsame.eclipselink.internal.setup;

import static io.github.selfsame.eclipselink.internal.setup.SetupMessages.MESSAGES;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The persistence units that an application declares. */
public final class DeclaredUnits {

    // not by the class itself: packages do not depend on each other in a circle
    private static final String CUSTOMIZER = "io.github.selfsame.eclipselink.IdentityMapSessionCustomizer";

    private final List<DeclaredUnit> units;

    DeclaredUnits(List<DeclaredUnit> units) {
        this.units = units;
    }

    /**
     * Reads what an application declares. A file that can't be read is left to the persistence provider to complain of.
     *
     * @param application the application's class loader
     * @return the units
     */
    public static DeclaredUnits of(ClassLoader application) {
        List<DeclaredUnit> units = new ArrayList<>();
        try {
            for (URL file : Collections.list(application.getResources("META-INF/persistence.xml"))) {
                read(file, units);
            }
        } catch (IOException e) {
            return new DeclaredUnits(List.of());
        }
        return new DeclaredUnits(units);
    }

    /**
     * What is wrong if not one of the units has the line that connects it with the identity map (rule S9). An
     * application may leave it out of some units; and where a program may create the unit it may add the line then.
     *
     * @return a message for each unit concerned
     */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (DeclaredUnit unit : units) {
            String customizer = unit.customizer();
            if (CUSTOMIZER.equals(customizer)) {
                return List.of();
            }
            if (unit.containerManaged() && unit.mayBeOfEclipseLink()) {
                problems.add(
                        customizer == null
                                ? MESSAGES.withoutCustomizer(unit.name(), unit.file())
                                : MESSAGES.otherCustomizer(unit.name(), unit.file(), customizer));
            }
        }
        return problems;
    }

    private static void read(URL file, List<DeclaredUnit> units) {
        try {
            URLConnection connection = file.openConnection();
            // a cached jar file would stay open after the application is gone
            connection.setUseCaches(false);
            try (InputStream content = connection.getInputStream()) {
                NodeList found = parse(content).getElementsByTagNameNS("*", "persistence-unit");
                for (int index = 0; index < found.getLength(); index++) {
                    if (found.item(index) instanceof Element unit) {
                        units.add(DeclaredUnit.of(unit, file.toString()));
                    }
                }
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            // the provider reads the file too, and says what is wrong with it
            return;
        }
    }

    private static Document parse(InputStream content) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(content);
    }
}

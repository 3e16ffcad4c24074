package io.github.selfsame.eclipselink.internal.setup;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A persistence unit as its {@code persistence.xml} has it.
 *
 * @param name the unit's name
 * @param file where it is declared
 * @param provider the provider's class, if the unit names one
 * @param containerManaged whether a Jakarta EE container creates the unit, so that no program can add properties
 * @param customizer the session customizer's class, if the unit names one, or else the system properties do for EclipseLink
 */
record DeclaredUnit(
        String name, String file, @Nullable String provider, boolean containerManaged, @Nullable String customizer) {

    private static final String ECLIPSELINK = "org.eclipse.persistence.jpa.PersistenceProvider";
    private static final String CUSTOMIZER = "eclipselink.session.customizer";

    static DeclaredUnit of(Element unit, String file) {
        String provider = text(unit, "provider");
        String customizer = property(unit, CUSTOMIZER);
        return new DeclaredUnit(
                unit.getAttribute("name"),
                file,
                provider,
                unit.getAttribute("transaction-type").equals("JTA") || text(unit, "jta-data-source") != null,
                // where EclipseLink, too, looks for what a unit does not say
                customizer == null && mayBeEclipseLink(provider) ? System.getProperty(CUSTOMIZER) : customizer);
    }

    /** Whether EclipseLink may be the unit's provider: a unit without one takes the default of the server. */
    boolean mayBeOfEclipseLink() {
        return mayBeEclipseLink(provider);
    }

    private static boolean mayBeEclipseLink(@Nullable String provider) {
        return provider == null || provider.equals(ECLIPSELINK);
    }

    private static @Nullable String text(Element unit, String child) {
        NodeList found = unit.getElementsByTagNameNS("*", child);
        String text =
                found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String property(Element unit, String name) {
        NodeList properties = unit.getElementsByTagNameNS("*", "property");
        for (int index = 0; index < properties.getLength(); index++) {
            if (properties.item(index) instanceof Element property
                    && property.getAttribute("name").equals(name)) {
                return property.getAttribute("value").strip();
            }
        }
        return null;
    }
}

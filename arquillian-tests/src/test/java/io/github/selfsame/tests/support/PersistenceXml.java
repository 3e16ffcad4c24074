package io.github.selfsame.tests.support;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;

/** A {@code persistence.xml} for the server under test. */
final class PersistenceXml {

    private final List<String> classes;
    private final StringBuilder units = new StringBuilder();

    /** For the persistent classes in an archive. */
    PersistenceXml(Archive<?> archive) {
        // named one by one, for not every server finds them for a provider that the application brings
        this.classes = archive.getContent(path -> path.get().endsWith(".class")).keySet().stream()
                .map(path -> path.get()
                        .replaceFirst("^(/WEB-INF/classes)?/(.*)\\.class$", "$2")
                        .replace('/', '.'))
                .filter(PersistenceXml::isPersistent)
                .sorted()
                .toList();
    }

    private static boolean isPersistent(String className) {
        try {
            Class<?> type = Class.forName(className, false, PersistenceXml.class.getClassLoader());
            return Stream.of(Entity.class, Embeddable.class, MappedSuperclass.class, Converter.class)
                    .anyMatch(type::isAnnotationPresent);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a unit with these properties and those that the server needs. */
    PersistenceXml unit(String name, Map<String, String> properties) {
        Map<String, String> all = new TreeMap<>(properties);
        all.putAll(Server.unitProperties());
        StringBuilder classElements = new StringBuilder();
        classes.forEach(type -> classElements.append("    <class>%s</class>\n".formatted(type)));
        StringBuilder propertyElements = new StringBuilder();
        all.forEach((key, value) ->
                propertyElements.append("      <property name=\"%s\" value=\"%s\"/>\n".formatted(key, value)));
        units.append(
                """
                  <persistence-unit name="%s" transaction-type="JTA">
                    <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>
                    <jta-data-source>%s</jta-data-source>
                %s    <shared-cache-mode>NONE</shared-cache-mode>
                    <properties>
                %s    </properties>
                  </persistence-unit>
                """
                        .formatted(name, Server.dataSource(), classElements, propertyElements));
        return this;
    }

    Asset asset() {
        return new StringAsset(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence"
                             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                             xsi:schemaLocation="https://jakarta.ee/xml/ns/persistence
                                 https://jakarta.ee/xml/ns/persistence/persistence_3_0.xsd"
                             version="3.0">
                %s</persistence>
                """
                        .formatted(units));
    }
}

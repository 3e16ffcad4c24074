package io.github.selfsame.eclipselink.internal;

import static io.github.selfsame.eclipselink.internal.AdapterMessages.MESSAGES;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.Divergence;
import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.IdentityMapOptions.LazyLoadReport;
import io.github.selfsame.IdentityMapOptions.Retention;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.spi.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.persistence.sessions.Session;

/** The properties of a persistence unit that say how maps behave that say nothing themselves. */
final class UnitProperties {

    private static final String FRESHNESS = "selfsame.freshness";
    private static final String DIVERGENCE = "selfsame.divergence";
    private static final String RETENTION = "selfsame.retention";
    private static final String LAZY_LOADING = "selfsame.lazy-loading";
    private static final String LAZY_LOAD_REPORT = "selfsame.lazy-load-report";
    private static final String EXCLUDED_ENTITIES = "selfsame.excluded-entities";

    private static final String PREFETCH_GRAPHS = "selfsame.prefetch-graphs";

    private static final String PREFIX = "selfsame.";
    private static final List<String> ALL = List.of(
            DIVERGENCE,
            EXCLUDED_ENTITIES,
            FRESHNESS,
            LAZY_LOAD_REPORT,
            LAZY_LOADING,
            PREFETCH_GRAPHS,
            RETENTION,
            "selfsame.session.customizer");

    private UnitProperties() {}

    /**
     * Checks the properties.
     *
     * @throws io.github.selfsame.IdentityMapDeploymentException if one does not exist, or has a value that does not
     */
    static void check(Session session) {
        for (Object name : session.getProperties().keySet()) {
            if (name instanceof String property && property.startsWith(PREFIX) && !ALL.contains(property)) {
                throw MESSAGES.unknownProperty(
                        property, session.getName(), Nearest.to(property, ALL), String.join(", ", ALL));
            }
        }
        options(session);
        Object graphs = session.getProperty(PREFETCH_GRAPHS);
        if (graphs != null && !List.of("true", "false").contains(graphs.toString())) {
            throw MESSAGES.wrongPropertyValue(PREFETCH_GRAPHS, graphs, session.getName(), "[true, false]");
        }
    }

    /** The entities that do not take part in identity maps, by entity name or class name. */
    static List<String> excludedEntities(Session session) {
        Object value = session.getProperty(EXCLUDED_ENTITIES);
        return value == null
                ? List.of()
                : Arrays.stream(value.toString().split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /**
     * Reads the properties.
     *
     * @throws io.github.selfsame.IdentityMapDeploymentException if one has a value that does not exist
     */
    static IdentityMapOptions options(Session session) {
        return new IdentityMapOptions(
                value(session, FRESHNESS, Freshness.DEFAULT),
                value(session, DIVERGENCE, Divergence.DEFAULT),
                value(session, RETENTION, Retention.DEFAULT),
                value(session, LAZY_LOADING, LazyLoading.DEFAULT),
                value(session, LAZY_LOAD_REPORT, LazyLoadReport.DEFAULT));
    }

    private static <E extends Enum<E>> E value(Session session, String property, E unset) {
        Object value = session.getProperty(property);
        if (value == null || value.toString().isBlank()) {
            return unset;
        }
        String name = value.toString().trim().toUpperCase(Locale.ROOT);
        E[] constants = unset.getDeclaringClass().getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        MESSAGES.wrongPropertyValue(property, value, session.getName(), Arrays.toString(constants)));
    }
}

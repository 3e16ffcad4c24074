package io.github.selfsame.eclipselink.internal;

import static io.github.selfsame.eclipselink.internal.AdapterMessages.MESSAGES;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.Divergence;
import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.IdentityMapOptions.Retention;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.persistence.sessions.Session;

/** The properties of a persistence unit that say how maps behave that say nothing themselves. */
final class UnitProperties {

    private static final String FRESHNESS = "selfsame.freshness";
    private static final String DIVERGENCE = "selfsame.divergence";
    private static final String RETENTION = "selfsame.retention";

    private UnitProperties() {}

    /**
     * Checks the properties.
     *
     * @throws io.github.selfsame.IdentityMapDeploymentException if one has a value that does not exist
     */
    static void check(Session session) {
        options(session);
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
                value(session, RETENTION, Retention.DEFAULT));
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

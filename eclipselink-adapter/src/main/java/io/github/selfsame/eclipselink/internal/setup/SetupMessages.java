package io.github.selfsame.eclipselink.internal.setup;

import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Messages about how persistence units are set up, ids 2200 to 2249. */
@MessageBundle(projectCode = "SELFSAME")
interface SetupMessages {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    SetupMessages MESSAGES = SetupMessages_$bundle.INSTANCE;

    @Message(
            id = 2200,
            value = "No persistence unit is connected with the identity map: persistence unit '%s' in %s has no session"
                    + " customizer. Add to its properties <property name=\"eclipselink.session.customizer\""
                    + " value=\"io.github.selfsame.eclipselink.IdentityMapSessionCustomizer\"/>")
    String withoutCustomizer(String unit, String file);

    @Message(
            id = 2201,
            value =
                    "No persistence unit is connected with the identity map: persistence unit '%s' in %s has the session"
                            + " customizer %s. Name io.github.selfsame.eclipselink.IdentityMapSessionCustomizer in"
                            + " eclipselink.session.customizer instead, and the present one in the property"
                            + " selfsame.session.customizer: it is called then, too")
    String otherCustomizer(String unit, String file, String customizer);
}

package io.github.selfsame.eclipselink.internal.query;

import io.github.selfsame.IdentityMapDeploymentException;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Messages about queries with EclipseLink, ids 2250 to 2299. */
@MessageBundle(projectCode = "SELFSAME")
interface QueryMessages {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    QueryMessages MESSAGES = QueryMessages_$bundle.INSTANCE;

    @Message(
            id = 2250,
            value = "The named query '%s' has the hint '%s', which is unknown. Did you mean '%s'? All hints are: %s")
    IdentityMapDeploymentException unknownHint(String query, String hint, String nearest, String all);

    @Message(id = 2251, value = "The hint %s has the wrong value '%s'. Possible values are: true, false")
    IllegalArgumentException notOnOrOff(String hint, String value);
}

package io.github.selfsame.eclipselink.internal;

import io.github.selfsame.DivergentInstanceException;
import io.github.selfsame.IdentityMapDeploymentException;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Messages of the adapter, ids 2000 to 2099. */
@MessageBundle(projectCode = "SELFSAME")
interface AdapterMessages {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    AdapterMessages MESSAGES = AdapterMessages_$bundle.INSTANCE;

    @Message(
            id = 2002,
            value = "The instance of %s with the primary key %s was changed while no persistence context managed it:"
                    + " attributes %s. The identity map is set to fail then (Divergence.FAIL). Change managed instances"
                    + " only, give the changed one to EntityManager.merge, or set the map to EVICT or RESTORE")
    DivergentInstanceException divergent(String type, Object primaryKey, String attributes);

    @Message(
            id = 2003,
            value = "The property %s has the value '%s' in the persistence unit of the session %s. Possible values: %s")
    IdentityMapDeploymentException wrongPropertyValue(String property, Object value, String session, String possible);
}

package io.github.selfsame.internal.cdi;

import io.github.selfsame.IdentityMapDeploymentException;
import jakarta.enterprise.context.ContextNotActiveException;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Messages of the CDI layer, ids 200 to 249. */
@MessageBundle(projectCode = "SELFSAME")
interface CdiMessages {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    CdiMessages MESSAGES = CdiMessages_$bundle.INSTANCE;

    @Message(
            id = 200,
            value = "%s was called on thread '%s', but no identity map is current there. Annotate the calling method or"
                    + " its type with @UseIdentityMap, or open a map with IdentityMaps.open(); if the call is within"
                    + " @BypassIdentityMap or IdentityMaps.bypass(), move it out")
    ContextNotActiveException noCurrentMap(String call, String thread);

    @Message(
            id = 201,
            value = "The @IdentityMapScoped bean %s can't be created any more, because the identity map that it would"
                    + " belong to is ending. Call the bean earlier than in @PreDestroy")
    ContextNotActiveException mapIsEnding(String bean);

    @Message(id = 202, value = "Selfsame can't work as it is set up. Problems found: %d%s")
    IdentityMapDeploymentException deploymentProblems(int count, String problems);

    @Message(
            id = 203,
            value = "%s has both @UseIdentityMap and @BypassIdentityMap, which contradict each other. Remove one of"
                    + " them; an annotation on a method wins over one on its type")
    String contradiction(String element);
}

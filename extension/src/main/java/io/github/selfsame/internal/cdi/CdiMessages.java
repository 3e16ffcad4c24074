package io.github.selfsame.internal.cdi;

import io.github.selfsame.IdentityMapDeploymentException;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapUsageException;
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
            value =
                    "%s has both @UseIdentityMap and @BypassIdentityMap, itself, by a stereotype or in @Interceptors, and"
                            + " they contradict each other. Remove one of them; what a method has wins over what its type has")
    String contradiction(String element);

    @Message(
            id = 204,
            value =
                    "%s has @UseIdentityMap(lifetime = %s), but that is no normal scope that an identity map could live as long"
                            + " as. Name the annotation of one, such as RequestScoped, SessionScoped or TransactionScoped, or"
                            + " leave the lifetime out")
    String lifetimeOfElement(String element, String lifetime);

    @Message(
            id = 205,
            value = "%s has @%s, which has no effect on %s. Move the annotation to a method that is called from outside"
                    + " of the bean, or use IdentityMaps in the method")
    String notIntercepted(String element, String annotation, String kind);

    @Message(
            id = 206,
            value =
                    "IdentityMaps was given the lifetime @%s, which is no normal scope that an identity map could live as"
                            + " long as. Name the annotation of one, such as RequestScoped, SessionScoped or TransactionScoped")
    IdentityMapUsageException noNormalScope(String lifetime);

    @Message(
            id = 207,
            value =
                    "IdentityMaps was given the lifetime @%s, but this application was not seen to use that scope when it"
                            + " started. Give any bean that scope, or name it in @UseIdentityMap(lifetime = …)")
    IdentityMapUsageException scopeWithoutBeans(String lifetime);

    @Message(
            id = 209,
            value =
                    "%s and %s ask for different options, %s and %s, of maps with the lifetime @%s. The scope has one map"
                            + " for both: give them the same options, name these once and leave them out elsewhere, or let one of"
                            + " them have another lifetime")
    String contradictingOptions(
            String element, String other, IdentityMapOptions asked, IdentityMapOptions otherAsked, String lifetime);

    @Message(
            id = 208,
            value = "An identity map with the lifetime @%s was asked for on thread '%s', but that scope is not active"
                    + " there. Call from within the scope, or name another lifetime")
    ContextNotActiveException scopeNotActive(String lifetime, String thread);
}

package io.github.selfsame.internal.activation;

import io.github.selfsame.IdentityMapClosedException;
import io.github.selfsame.IdentityMapUsageException;
import io.github.selfsame.LazyLoading;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Messages about making maps current, ids 100 to 199. */
@MessageBundle(projectCode = "SELFSAME")
interface ActivationMessages {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    ActivationMessages MESSAGES = ActivationMessages_$bundle.INSTANCE;

    @Message(
            id = 100,
            value = "IdentityMaps.resume was given an identity map that has ended. Create a new one with"
                    + " IdentityMaps.create(), or close the earlier one later")
    IdentityMapClosedException resumedClosed();

    @Message(
            id = 101,
            value = "The identity map is current on thread '%s' and can't be made current on thread '%s' at the same"
                    + " time. Close its activation there first, or use a map of its own for each thread")
    IdentityMapUsageException currentElsewhere(String holder, String caller);

    @Message(
            id = 102,
            value = "IdentityMap.close was called while the map is current on thread '%s'. Close the"
                    + " IdentityMapActivation that made it current (the end of its try-with-resources block), or let"
                    + " the intercepted call or the scope that opened the map end")
    IdentityMapUsageException closedWhileCurrent(String holder);

    @Message(
            id = 103,
            value = "IdentityMapActivation.close was called on thread '%s', but the activation was begun on thread"
                    + " '%s'. Close it there: an activation counts for one thread only")
    IdentityMapUsageException closedElsewhere(String caller, String owner);

    @Message(
            id = 104,
            value = "IdentityMapActivation.close was called out of order on thread '%s': %d later activations are still"
                    + " open. Close them first; try-with-resources does it in the right order")
    IdentityMapUsageException closedOutOfOrder(String thread, int later);

    @Message(
            id = 105,
            value = "IdentityMaps.resume was given %s, which is no identity map of this application's Selfsame. Give it"
                    + " a map of IdentityMaps.create() or the current one")
    IdentityMapUsageException foreignMap(String map);

    @Message(
            id = 106,
            value = "IdentityMapActivation.map was called on an activation of IdentityMaps.bypass(), which has no map."
                    + " Use IdentityMaps.current() to see whether there is one")
    IdentityMapUsageException bypassHasNoMap();

    @Message(
            id = 107,
            value = "IdentityMap.close was called on the identity map of a scope. Let the scope end, or call"
                    + " IdentityMap.clear() to make the map forget what it holds")
    IdentityMapUsageException closedInScope();

    @Message(
            id = 108,
            value = "IdentityMaps was given the lifetime @%s, but there are no scopes outside of a CDI container. Use"
                    + " IdentityMaps.open() or create()")
    IdentityMapUsageException noScopes(String lifetime);

    @Message(
            id = 109,
            value = "IdentityMaps.withLazyLoading(%s) was called on thread '%s' without a current identity map. Open or"
                    + " resume a map first, or put @UseIdentityMap on the method")
    IdentityMapUsageException lazyLoadingWithoutMap(LazyLoading lazyLoading, String thread);
}

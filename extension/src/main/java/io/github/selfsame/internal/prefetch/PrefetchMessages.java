package io.github.selfsame.internal.prefetch;

import io.github.selfsame.prefetch.PrefetchException;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Messages about prefetching that do not depend on a persistence provider, ids 300 to 399. */
@MessageBundle(projectCode = "SELFSAME")
interface PrefetchMessages {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    PrefetchMessages MESSAGES = PrefetchMessages_$bundle.INSTANCE;

    @Message(
            id = 300,
            value = "Prefetcher.prefetch was given an instance of %s that is not known to the current identity map:"
                    + " either it is no entity with a primary key, or nothing of its persistence unit has been read"
                    + " within the map. Read the entities within the map, and check that the persistence unit has"
                    + " Selfsame's session customizer")
    PrefetchException unknownEntity(String type);

    @Message(
            id = 301,
            value = "Prefetcher.prefetch was given instances of %s and %s, which do not belong to the same persistence"
                    + " unit. Call it once for each unit")
    PrefetchException severalUnits(String first, String second);

    @Message(
            id = 302,
            value = "Prefetcher.prefetch can't tell which of %d persistence units (or tenants) of the current identity"
                    + " map the instance of %s belongs to. Give it entities that are canonical in the map")
    PrefetchException ambiguousUnit(int units, String type);

    @Message(
            id = 303,
            value = "Prefetcher.prefetch was given the path '%s' for entities of %s. A path is one or more attribute"
                    + " names with a dot between them, such as 'toys.maker'")
    PrefetchException malformedPath(String path, String type);

    @Message(
            id = 304,
            value = "No persistence-provider adapter is there that can prefetch for %s. Put the adapter of your"
                    + " persistence provider, such as selfsame-eclipselink, next to selfsame-extension")
    PrefetchException noAdapter(String type);
}

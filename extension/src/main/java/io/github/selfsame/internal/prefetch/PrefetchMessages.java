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
            id = 304,
            value = "No persistence-provider adapter is there that can prefetch for %s. Put the adapter of your"
                    + " persistence provider, such as selfsame-eclipselink, next to selfsame-extension")
    PrefetchException noAdapter(String type);

    @Message(
            id = 305,
            value = "This prefetch has no result named '%s'. It has: %s. Plain prefetches have none: they fill the"
                    + " association itself")
    PrefetchException noSuchResult(String name, String existing);

    @Message(
            id = 306,
            value =
                    "An instance of %s is no owner of the prefetched result '%s'. Owners are the very instances that were"
                            + " given, or that the path has led to; here they are instances of %s")
    PrefetchException unknownOwner(String type, String name, String owners);

    @Message(id = 307, value = "The prefetched result '%s' is %s, not %s. Ask for it with Prefetched.%s")
    PrefetchException otherKindOfResult(String name, String kind, String wanted, String method);

    @Message(id = 308, value = "The prefetched result '%s' has an instance of %s, which is no %s")
    PrefetchException otherTypeOfTarget(String name, String type, String wanted);

    @Message(
            id = 309,
            value = "The prefetch '%s' was not part of the call that gave this result. Its parts with results are: %s")
    PrefetchException notPartOfTheCall(String prefetch, String existing);

    @Message(
            id = 310,
            value =
                    "Prefetcher.explain was given no entity, so that there is no type to plan for. Give it at least one of"
                            + " the entities")
    PrefetchException nothingToExplain();
}

package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.prefetch.PrefetchException;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Messages about prefetching with EclipseLink, ids 2100 to 2199. */
@MessageBundle(projectCode = "SELFSAME")
interface PrefetchMessages {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    PrefetchMessages MESSAGES = PrefetchMessages_$bundle.INSTANCE;

    @Message(
            id = 2100,
            value =
                    "The prefetch path '%s' names an attribute '%s' that %s does not have. It has these associations and"
                            + " embeddables: %s. Nothing was loaded")
    PrefetchException noSuchAttribute(String path, String attribute, String type, String existing);

    @Message(
            id = 2101,
            value =
                    "The prefetch path '%s' goes through or ends in '%s' of %s, which is no association. End the path at the"
                            + " association before it. Nothing was loaded")
    PrefetchException notAnAssociation(String path, String attribute, String type);

    @Message(
            id = 2102,
            value =
                    "Prefetcher.prefetch was given an instance of %s that is neither managed by an open persistence context"
                            + " nor the instance of its row in the current identity map: it was detached, cleared, rolled back or"
                            + " changed while detached. Read it again within the map. Nothing was loaded")
    PrefetchException unmanaged(String type);

    @Message(
            id = 2103,
            value =
                    "Prefetcher was given instances of different types: %s. Call it once for each type (and its subclasses)."
                            + " Nothing was loaded")
    PrefetchException mixedRoots(String types);

    @Message(
            id = 2104,
            value =
                    "The prefetch '%s' starts from %s, but what it was given to are instances of %s. Nothing was loaded")
    PrefetchException wrongRootType(String prefetch, String expected, String given);

    @Message(
            id = 2105,
            value =
                    "The prefetch '%s' asks for a separate result of '%s' of %s, which holds values and no entities. Leave the"
                            + " condition, order, limit, count and name out to load the values. Nothing was loaded")
    PrefetchException separateValues(String prefetch, String attribute, String type);

    @Message(
            id = 2106,
            value =
                    "The prefetch '%s' sorts or limits '%s' of %s, which refers to one entity at most. Leave orderBy and"
                            + " limit out. Nothing was loaded")
    PrefetchException orderOfReference(String prefetch, String attribute, String type);

    @Message(
            id = 2107,
            value =
                    "Two prefetches with different definitions would both give the result '%s' to owners of %s. Give one of"
                            + " them another name, with as(\"...\"). Nothing was loaded")
    PrefetchException sameName(String name, String type);

    @Message(
            id = 2108,
            value =
                    "The prefetch '%s' asks for a separate result of '%s' of %s, whose mapping can't be read for several"
                            + " owners at once. Leave the condition, order, limit, count and name out. Nothing was loaded")
    PrefetchException separateUnsupported(String prefetch, String attribute, String type);

    @Message(
            id = 2109,
            value =
                    "EntityFinder was given the id '%s', a %s, but the id of %s is a %s. Give ids of that type. Nothing was read")
    IllegalArgumentException wrongId(String id, String type, String entity, String idType);
}

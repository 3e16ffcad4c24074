package io.github.selfsame.prefetch;

import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Messages about what a prefetch is defined as, ids 500 to 549. */
@MessageBundle(projectCode = "SELFSAME")
interface PrefetchDefinitionMessages {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    PrefetchDefinitionMessages MESSAGES = PrefetchDefinitionMessages_$bundle.INSTANCE;

    @Message(
            id = 500,
            value = "The prefetch path '%s' is malformed. A path is one or more attribute names with a dot between"
                    + " them, such as 'toys.maker'")
    PrefetchException malformedPath(String path);

    @Message(
            id = 501,
            value =
                    "A prefetch was given null as an attribute. The attributes of a static metamodel class are null until"
                            + " an EntityManagerFactory of its persistence unit has been made: make the prefetch after that, or"
                            + " give the path by names")
    PrefetchException noAttribute();

    @Message(id = 502, value = "The prefetch of '%2$s' has %1$s already. Call %3$s once, with all that is wanted")
    PrefetchException alreadyThere(String what, String path, String method);

    @Message(
            id = 503,
            value =
                    "The prefetch of '%s' counts its targets, and can't have %s as well. Make two prefetches of it, with"
                            + " a name each")
    PrefetchException countContradicts(String path, String what);

    @Message(
            id = 504,
            value = "The limit %d of the prefetch of '%s' is too small. Each owner gets at least one target; leave the"
                    + " prefetch out if none is wanted")
    PrefetchException limitTooSmall(int limit, String path);

    @Message(id = 505, value = "The prefetch of '%s' has nothing to sort by. Give orderBy at least one ordering")
    PrefetchException nothingToSortBy(String path);

    @Message(id = 506, value = "The prefetch of '%s' was given a blank name. Give a name with at least one letter")
    PrefetchException blankName(String path);

    @Message(
            id = 507,
            value = "The path can't go on by '%s' after the prefetch '%s' has been defined. Nest it instead:"
                    + " with(\"%1$s\")")
    PrefetchException pathAfterDefinition(String more, String prefetch);
}

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
}

package io.github.selfsame.internal.map;

import io.github.selfsame.IdentityMapClosedException;
import io.github.selfsame.IdentityMapUsageException;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Messages of the identity map, ids 1 to 49. Ids are listed in {@code docs/message-ids.md} and never used again. */
@MessageBundle(projectCode = "SELFSAME")
interface MapMessages {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    MapMessages MESSAGES = MapMessages_$bundle.INSTANCE;

    @Message(
            id = 1,
            value = "IdentityMap.%s was called after the identity map has ended. An identity map ends with the call,"
                    + " the scope or the activation that opened it; to keep one for longer, create it with"
                    + " IdentityMaps.create() and resume it with IdentityMaps.resume(map)")
    IdentityMapClosedException closed(String method);

    @Message(
            id = 2,
            value = "IdentityMap.find(%s, %s) is ambiguous: %d persistence units (or tenants) have a canonical instance"
                    + " of that row. Use EntityManager.find of the unit that you mean")
    IdentityMapUsageException ambiguous(String entityType, Object primaryKey, int instances);

    @Message(
            id = 3,
            value = "An entry of %s was to be leased under a lease of another partition. A persistence-provider adapter"
                    + " must use the lease that Partition.newLease of the same partition has given")
    IdentityMapUsageException foreignLease(String rootType);
}

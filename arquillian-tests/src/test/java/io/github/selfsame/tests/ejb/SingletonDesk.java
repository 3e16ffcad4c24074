package io.github.selfsame.tests.ejb;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.UseIdentityMap.Nesting;
import io.github.selfsame.tests.support.Look;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** A singleton that many may enter at once. */
@Singleton
@Lock(LockType.READ)
@UseIdentityMap
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SingletonDesk extends Desk {

    @BypassIdentityMap
    public Look lookPast() {
        return look();
    }

    @UseIdentityMap(nesting = Nesting.NEW)
    public Look lookAnew() {
        return look();
    }
}

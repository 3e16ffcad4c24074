package io.github.selfsame.tests.interceptors;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.UseIdentityMap;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** An enterprise bean whose methods say otherwise than its type. */
@Stateless
@UseIdentityMap
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MixedDesk extends Desk {

    @BypassIdentityMap
    public Sight lookPast() {
        return sight();
    }

    @UseIdentityMap(nesting = UseIdentityMap.Nesting.NEW)
    public Sight lookAnew() {
        return sight();
    }
}

package io.github.selfsame.tests.ejb;

import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** What all enterprise beans here do, without a transaction of their own: each call of the books is one. */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class Desk {

    @Inject
    private Register register;

    public Look look() {
        return register.look();
    }
}

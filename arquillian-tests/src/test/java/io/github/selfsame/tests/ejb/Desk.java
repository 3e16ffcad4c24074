package io.github.selfsame.tests.ejb;

import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import jakarta.inject.Inject;

/** What all enterprise beans here do. */
public abstract class Desk {

    @Inject
    private Register register;

    public Look look() {
        return register.look();
    }
}

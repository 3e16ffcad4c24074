package io.github.selfsame.tests.elements;

import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import jakarta.inject.Inject;

/** Says nothing of maps itself. */
@ByStereotype
public class StereotypedService {

    @Inject
    private Register register;

    public Look look() {
        return register.look();
    }
}

package io.github.selfsame.tests.views;

import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;

/** The bean of a page. */
@Named
@ViewScoped
@UseIdentityMap(lifetime = ViewScoped.class)
public class Shelf implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // a client proxy, which can be serialized
    private Register register;

    private int turns;

    public Look getLook() {
        return register.look();
    }

    public int getTurns() {
        return turns;
    }

    public String turn() {
        turns++;
        return null;
    }

    public String leave() {
        return "other";
    }
}

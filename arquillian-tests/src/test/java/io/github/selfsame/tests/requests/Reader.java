package io.github.selfsame.tests.requests;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** A service that servlets and resources call. */
@ApplicationScoped
public class Reader {

    @Inject
    private Register register;

    @Inject
    private Tally tally;

    public Look asItIs() {
        return register.look();
    }

    @UseIdentityMap(lifetime = RequestScoped.class)
    public Look inTheRequest() {
        return register.look();
    }

    @UseIdentityMap(nesting = UseIdentityMap.Nesting.NEW, lifetime = UseIdentityMap.Invocation.class)
    public Look anew() {
        return register.look();
    }

    public int tally() {
        return tally.next();
    }

    @BypassIdentityMap
    public Look past() {
        return register.look();
    }
}

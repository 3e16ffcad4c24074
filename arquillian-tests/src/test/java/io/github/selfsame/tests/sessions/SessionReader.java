package io.github.selfsame.tests.sessions;

import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads in the map of the session. */
@ApplicationScoped
@UseIdentityMap(lifetime = SessionScoped.class)
public class SessionReader {

    @Inject
    private Register register;

    private final CyclicBarrier two = new CyclicBarrier(2);

    public Look look() {
        return register.look();
    }

    /** Two callers are in the map at once, before and after they look. */
    public Look lookTogether() {
        await();
        Look look = register.look();
        await();
        return look;
    }

    private void await() {
        try {
            two.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("Nobody else came", e);
        }
    }
}

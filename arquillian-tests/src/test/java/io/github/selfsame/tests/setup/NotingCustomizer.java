package io.github.selfsame.tests.setup;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** A customizer that the application had before the library came. */
public class NotingCustomizer implements SessionCustomizer {

    private static final AtomicInteger CALLS = new AtomicInteger();

    /** How often a session was customized. */
    static int calls() {
        return CALLS.get();
    }

    @Override
    public void customize(Session session) {
        CALLS.incrementAndGet();
    }
}

package io.github.selfsame.tests.messages;

import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes what message-driven beans have seen. */
@ApplicationScoped
public class Mailbox {

    @Inject
    private Register register;

    private final BlockingQueue<Look> looks = new LinkedBlockingQueue<>();

    void look() {
        looks.add(register.look());
    }

    Look next() throws InterruptedException {
        return looks.poll(30, TimeUnit.SECONDS);
    }
}

package io.github.selfsame.tests.elements;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.IdentityMap;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Observes, produces and disposes. */
@ApplicationScoped
public class Newsroom {

    private final List<Look> seen = new ArrayList<>();
    private final BlockingQueue<Look> seenLater = new LinkedBlockingQueue<>();
    private final List<String> afterSuccess = new ArrayList<>();
    private Look disposed;

    @Inject
    private Register register;

    @UseIdentityMap
    void mapped(@Observes @Priority(1) News news) {
        seen.add(register.look());
    }

    @BypassIdentityMap
    void bypassed(@Observes @Priority(2) News news) {
        seen.add(register.look());
    }

    @UseIdentityMap
    void later(@ObservesAsync News news) {
        seenLater.add(register.look());
    }

    @UseIdentityMap
    void afterSuccess(@Observes(during = TransactionPhase.AFTER_SUCCESS) News news) {
        afterSuccess.add(news.text());
    }

    @Produces
    @Named("headline")
    @UseIdentityMap
    Look headline() {
        return register.look();
    }

    @UseIdentityMap
    void dispose(@Disposes @Named("headline") Look headline) {
        disposed = register.look();
    }

    /** Receives the current map where the caller has none to give. */
    @UseIdentityMap
    public int numberOf(IdentityMap map) {
        return register.numberOf(map);
    }

    public List<Look> seen() {
        List<Look> looks = List.copyOf(seen);
        seen.clear();
        return looks;
    }

    public BlockingQueue<Look> seenLater() {
        return seenLater;
    }

    public List<String> seenAfterSuccess() {
        return afterSuccess;
    }

    public Look disposed() {
        return disposed;
    }
}

package io.github.selfsame.tests.executors;

import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** Two executors of the application: one that carries maps to its tasks, and one that clears them. */
@ContextServiceDefinition(
        name = "java:app/concurrent/CarryingContext",
        propagated = {ContextServiceDefinition.APPLICATION, "IdentityMap"},
        cleared = ContextServiceDefinition.ALL_REMAINING)
@ManagedExecutorDefinition(name = Executors.CARRYING, context = "java:app/concurrent/CarryingContext")
@ContextServiceDefinition(
        name = "java:app/concurrent/ClearingContext",
        propagated = ContextServiceDefinition.APPLICATION,
        cleared = {"IdentityMap", ContextServiceDefinition.TRANSACTION})
@ManagedExecutorDefinition(name = Executors.CLEARING, context = "java:app/concurrent/ClearingContext")
@ApplicationScoped
public class Executors {

    static final String CARRYING = "java:app/concurrent/CarryingExecutor";
    static final String CLEARING = "java:app/concurrent/ClearingExecutor";
}

package com.ibm.ws.jpa.management;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Does what Open Liberty's class of this name does: there is one for each place of injection, its EntityManagers have it
 * in their properties as a factory, and they are cleared where others close them.
 */
public final class JPAEMPool {

    private final EntityManagerFactory factory;
    private final Queue<EntityManager> pool = new ConcurrentLinkedQueue<>();
    private final EntityManagerFactory asFactory = (EntityManagerFactory) Proxy.newProxyInstance(
            JPAEMPool.class.getClassLoader(),
            new Class<?>[] {EntityManagerFactory.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> throw new UnsupportedOperationException(method.getName());
            });

    public JPAEMPool(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** One from the pool, or a new one. */
    public EntityManager getEntityManager() {
        EntityManager pooled = pool.poll();
        return pooled != null ? pooled : factory.createEntityManager(Map.of("wsjpa.PooledFactory", asFactory));
    }

    /** Takes one back. */
    public void putEntityManager(EntityManager entityManager) {
        entityManager.clear();
        pool.add(entityManager);
    }

    /** Closes all. */
    public void shutdown() {
        pool.forEach(EntityManager::close);
        pool.clear();
    }
}

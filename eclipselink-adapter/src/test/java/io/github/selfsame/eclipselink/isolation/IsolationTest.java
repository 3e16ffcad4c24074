package io.github.selfsame.eclipselink.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.Session;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities that EclipseLink caches in different ways, or does not write. */
class IsolationTest extends ContractTest {

    IsolationTest() {
        super("isolation");
    }

    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of(
                "eclipselink.cache.shared.Constant", "true",
                "eclipselink.cache.shared.SharedItem", "true",
                "eclipselink.cache.shared.ProtectedItem", "true",
                "eclipselink.cache.shared.IsolatedItem", "false");
    }

    @Override
    protected void fill() {
        database.execute("insert into Constant (id, name) values (1, 'pi')");
        transact(em -> {
            SharedItem shared = new SharedItem(1, "one", em.find(Constant.class, 1L));
            shared.getWords().addAll(List.of("a", "b"));
            em.persist(shared);
            for (Item item : List.of(
                    new NeverCached(1, "one", shared),
                    new IsolatedItem(1, "one", shared),
                    new ProtectedItem(1, "one", shared))) {
                item.getWords().addAll(List.of("a", "b"));
                em.persist(item);
            }
        });
        emptyCaches();
    }

    @Test
    @DisplayName("R14: EclipseLink's isolation of each entity is left as it is configured")
    void isolation() {
        Session session = factory.unwrap(Session.class);
        assertThat(session.getDescriptor(SharedItem.class).getCachePolicy().isSharedIsolation())
                .isTrue();
        assertThat(session.getDescriptor(ProtectedItem.class).getCachePolicy().isProtectedIsolation())
                .isTrue();
        assertThat(session.getDescriptor(IsolatedItem.class).getCachePolicy().isIsolated())
                .isTrue();
        assertThat(session.getDescriptor(NeverCached.class).getCachePolicy().isIsolated())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {NeverCached.class, IsolatedItem.class, ProtectedItem.class, SharedItem.class})
    @DisplayName("R1, R14: an entity is one instance in the map however it is cached")
    void oneInstance(Class<? extends Item> type) {
        Item item = read(em -> em.find(type, 1L));
        assertThat(item.getPartner()).isNotNull();
        load(item.getWords());
        int statements = statements(() -> transact(em -> {
            assertThat(em.find(type, 1L)).isSameAs(item);
            assertThat(item.getWords()).containsExactlyInAnyOrder("a", "b");
        }));
        assertThat(statements).isZero();
        assertThat(this.<Object>read(em -> em.createQuery("select i from " + type.getSimpleName() + " i", type)
                        .getSingleResult()))
                .isSameAs(item);
    }

    @ParameterizedTest
    @ValueSource(classes = {NeverCached.class, IsolatedItem.class, ProtectedItem.class, SharedItem.class})
    @DisplayName("R4, R14: what is changed in an adopted instance is written, and seen without the map")
    void changes(Class<? extends Item> type) {
        Item item = read(em -> em.find(type, 1L));
        load(item.getWords());
        transact(em -> {
            em.find(type, 1L).setName("two");
            em.find(type, 1L).getWords().add("c");
        });
        assertThat(this.<Item>read(em -> em.find(type, 1L))).isSameAs(item);
        Item plain = readWithoutMap(em -> {
            Item found = em.find(type, 1L);
            load(found.getWords());
            return found;
        });
        assertThat(plain).isNotSameAs(item);
        assertThat(plain.getName()).isEqualTo("two");
        assertThat(plain.getWords()).containsExactlyInAnyOrder("a", "b", "c");
        // by a private copy
        EntityManager holder = entityManager();
        assertThat(holder.find(type, 1L)).isSameAs(item);
        transact(em -> em.find(type, 1L).setName("three"));
        holder.close();
        assertThat(this.<Item>read(em -> em.find(type, 1L))).isSameAs(item);
        assertThat(item.getName()).isEqualTo("three");
    }

    @ParameterizedTest
    @ValueSource(classes = {NeverCached.class, IsolatedItem.class, ProtectedItem.class, SharedItem.class})
    @DisplayName("D13, R14: the shared cache has what it has without the map, and nothing of the map")
    void sharedCache(Class<? extends Item> type) {
        Item item = read(em -> em.find(type, 1L));
        load(item.getWords());
        transact(em -> em.find(type, 1L).setName("two"));
        Object cached = factory.unwrap(Session.class).getIdentityMapAccessor().getFromIdentityMap(1L, type);
        assertThat(cached).isNotSameAs(item);
        boolean isInCache;
        try (var bypass = maps.bypass()) {
            assertThat(bypass).isNotNull();
            emptyCaches();
            transact(em -> em.find(type, 1L).setName("three"));
            isInCache = factory.unwrap(Session.class).getIdentityMapAccessor().getFromIdentityMap(1L, type) != null;
        }
        assertThat(cached != null).isEqualTo(isInCache);
    }

    @Test
    @DisplayName("R13: instances of a read-only class are as without the library, also as targets of adopted ones")
    void readOnlyClass() {
        SharedItem item = read(em -> em.find(SharedItem.class, 1L));
        Constant constant = item.getPartner();
        assertThat(constant.getName()).isEqualTo("pi");
        transact(em -> {
            SharedItem adopted = em.find(SharedItem.class, 1L);
            assertThat(adopted).isSameAs(item);
            assertThat(adopted.getPartner().getName()).isEqualTo("pi");
            adopted.getPartner().setName("three");
            em.find(Constant.class, 1L).setName("four");
        });
        assertThat(this.<Object>read(
                        em -> em.createNativeQuery("select name from Constant").getSingleResult()))
                .isEqualTo("pi");
        assertThat(activation.map().contains(constant)).isFalse();
    }

    @Test
    @DisplayName("R13, B5: a class that is read-only in one unit of work gives it no instance that others write")
    void readOnlyInOneUnitOfWork() {
        SharedItem item = read(em -> em.find(SharedItem.class, 1L));
        IsolatedItem isolated = read(em -> {
            IsolatedItem found = em.find(IsolatedItem.class, 1L);
            assertThat(found.getPartner()).isSameAs(item);
            return found;
        });
        EntityManager em = entityManager();
        em.unwrap(UnitOfWorkImpl.class).addReadOnlyClass(SharedItem.class);
        em.getTransaction().begin();
        SharedItem readOnly = em.find(SharedItem.class, 1L);
        assertThat(readOnly).isNotSameAs(item);
        readOnly.setName("lost");
        IsolatedItem adopted = em.find(IsolatedItem.class, 1L);
        assertThat(adopted).isSameAs(isolated);
        adopted.setName("two");
        em.getTransaction().commit();
        em.close();

        assertThat(this.<Object>read(other ->
                        other.createNativeQuery("select name from SharedItem").getSingleResult()))
                .isEqualTo("one");
        assertThat(this.<SharedItem>read(other -> other.find(SharedItem.class, 1L)))
                .isSameAs(item);
        assertThat(item.getName()).isEqualTo("one");
        transact(other -> other.find(SharedItem.class, 1L).setName("written"));
        assertThat(item.getName()).isEqualTo("written");
    }
}

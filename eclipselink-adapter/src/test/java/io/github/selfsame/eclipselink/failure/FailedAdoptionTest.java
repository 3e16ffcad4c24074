package io.github.selfsame.eclipselink.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Owner;
import io.github.selfsame.eclipselink.kennel.Toy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.descriptors.changetracking.ObjectChangePolicy;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Parts of EclipseLink or of the application that can bear an instance in one persistence context only. */
class FailedAdoptionTest extends KennelTest {

    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<LogRecord> logged = new ArrayList<>();
    private final Logger logger = Logger.getLogger("io.github.selfsame.eclipselink");
    private final Handler recorder = new Handler() {

        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** How many calls for a known instance go well before one fails; negative if none does. */
    private int remaining = -1;

    private Supplier<RuntimeException> fault = FirstFault::new;

    private static final class FirstFault extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static final class SecondFault extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static final class ThirdFault extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void record() {
        logger.addHandler(recorder);
    }

    @AfterEach
    void stopRecording() {
        logger.removeHandler(recorder);
    }

    private ClassDescriptor dogs() {
        return factory.unwrap(ServerSession.class).getDescriptor(Dog.class);
    }

    private void call(Object instance) {
        if (known.contains(instance) && remaining-- == 0) {
            throw fault.get();
        }
    }

    @Test
    @DisplayName(
            "R19: a listener refuses an instance: the read goes on as without, it is counted, and logged once per cause")
    void listener() {
        dogs().getEventManager().addListener(new DescriptorEventAdapter() {

            @Override
            public void postClone(DescriptorEvent event) {
                call(event.getSource());
            }
        });
        Dog before = read(em -> em.find(Dog.class, 1L));
        for (int failures = 1; failures <= 3; failures++) {
            known.add(before);
            remaining = 0;
            Dog dog = inTransaction(em -> {
                Dog found = em.find(Dog.class, 1L);
                assertThat(em.contains(found)).isTrue();
                assertThat(found.getToys()).hasSize(3);
                found.setName(found.getName() + "!");
                return found;
            });

            assertThat(dog).isNotSameAs(before);
            assertThat(dog.getName()).isEqualTo("Rex" + "!".repeat(failures));
            assertThat(activation.map().statistics().failedAdoptions()).isEqualTo(failures);
            before = dog;
        }
        assertThat(logged).as("one cause").singleElement().satisfies(entry -> assertThat(entry.getThrown())
                .isInstanceOf(FirstFault.class));

        fault = SecondFault::new;
        known.add(before);
        remaining = 0;
        this.<Dog>read(em -> em.find(Dog.class, 1L));
        assertThat(logged).as("another cause").hasSize(2);
        assertThat(inDatabase()).isEqualTo("Rex!!!");
    }

    @Test
    @DisplayName(
            "R19/R8: an adoption that fails at any point leaves nothing half-registered; all is read and written as without")
    void changePolicy() {
        fault = ThirdFault::new;
        hostilePolicy();
        boolean hasFailed = true;
        int calls = 0;
        for (; hasFailed; calls++) {
            reopen(IdentityMapOptions.DEFAULTS);
            Dog before = read(em -> em.find(Dog.class, 1L));
            String name = "n" + calls;
            known.add(before);
            remaining = calls;
            Dog dog = inTransaction(em -> {
                Dog found = em.createQuery("select d from Dog d where d.id = 1", Dog.class)
                        .getSingleResult();
                known.remove(before);
                assertThat(em.find(Dog.class, 1L)).isSameAs(found);
                assertThat(em.contains(found)).isTrue();
                assertThat(em.find(Owner.class, 1L).getDogs()).contains(found);
                found.setName(name);
                Toy duck = em.find(Toy.class, 5L);
                if (found.getToys().contains(duck)) {
                    found.getToys().remove(duck);
                } else {
                    found.getToys().add(duck);
                }
                return found;
            });
            hasFailed = remaining < 0;

            assertThat(inDatabase()).isEqualTo(name);
            assertThat(activation.map().statistics().failedAdoptions()).isEqualTo(hasFailed ? 1 : 0);
            assertThat(dog != before).isEqualTo(hasFailed);
            assertThat(before.getToys()).as("of some time").hasSizeBetween(3, 4);
            assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L))).isSameAs(dog);
            assertThat(dog.getToys()).hasSize(calls % 2 == 0 ? 4 : 3);
        }
        assertThat(calls).as("points at which it has failed").isGreaterThan(1);
    }

    /** Replaces the change policy by one that does the same, and counts. */
    private void hostilePolicy() {
        ObjectChangePolicy policy = dogs().getObjectChangePolicy();
        dogs().setObjectChangePolicy((ObjectChangePolicy) Proxy.newProxyInstance(
                ObjectChangePolicy.class.getClassLoader(),
                new Class<?>[] {ObjectChangePolicy.class},
                (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length > 0) {
                        call(arguments[0]);
                    }
                    try {
                        return method.invoke(policy, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Object inDatabase() {
        return read(
                em -> em.createNativeQuery("select name from Dog where id = 1").getSingleResult());
    }
}

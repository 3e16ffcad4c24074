package io.github.selfsame.eclipselink.contexts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.IdentityMapSessionCustomizer;
import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import io.github.selfsame.eclipselink.kennel.Note;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.SessionEventListener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an application's own listeners hear of a session. */
class SessionListenersTest extends KennelTest {

    private static final List<String> HEARD = Collections.synchronizedList(new ArrayList<>());

    /** Listens from before the library is put into the session. */
    public static final class Listening implements SessionCustomizer {

        @Override
        public void customize(Session session) {
            session.getEventManager().addListener(listener("customizer"));
        }
    }

    private static SessionEventListener listener(String name) {
        return (SessionEventListener) Proxy.newProxyInstance(
                SessionListenersTest.class.getClassLoader(),
                new Class<?>[] {SessionEventListener.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> {
                        HEARD.add(name + " " + method.getName());
                        yield null;
                    }
                });
    }

    @Test
    @DisplayName("R18: listeners hear of a session what they hear of it without the library")
    void hearTheSame() {
        List<String> plain = heardBy(Map.of("eclipselink.session.customizer", Listening.class.getName()));
        List<String> withLibrary = heardBy(Map.of(
                "eclipselink.session.customizer",
                IdentityMapSessionCustomizer.class.getName(),
                IdentityMapSessionCustomizer.NEXT_CUSTOMIZER,
                Listening.class.getName()));

        assertThat(plain)
                .contains(
                        "customizer preLogin",
                        "customizer postLogin",
                        "customizer postAcquireUnitOfWork",
                        "customizer preExecuteQuery",
                        "customizer preExecuteCall",
                        "customizer postCommitUnitOfWork",
                        "later postReleaseUnitOfWork");
        assertThat(withLibrary).isEqualTo(plain);
    }

    /** What listeners hear of some work, one from the beginning and one that comes later. */
    private List<String> heardBy(Map<String, String> more) {
        Map<String, Object> properties = new HashMap<>(withDatabase(Map.of()));
        properties.put("eclipselink.session-name", String.join("-", more.values()));
        properties.put("jakarta.persistence.schema-generation.database.action", "none");
        properties.putAll(more);
        HEARD.clear();
        try (var bypass = maps.bypass();
                EntityManagerFactory unit = Persistence.createEntityManagerFactory("kennel", properties)) {
            assertThat(bypass).isNotNull();
            unit.unwrap(Session.class).getEventManager().addListener(listener("later"));
            EntityManager manager = unit.createEntityManager();
            manager.find(Dog.class, 1L).getToys().size();
            manager.getTransaction().begin();
            manager.find(Note.class, 1L).setText(more.toString());
            manager.flush();
            manager.createQuery("select n from Note n", Note.class).getResultList();
            manager.getTransaction().commit();
            manager.close();
        }
        return List.copyOf(HEARD);
    }
}

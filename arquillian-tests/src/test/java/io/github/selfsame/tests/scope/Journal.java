package io.github.selfsame.tests.scope;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMapScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/** What has happened to maps and baskets, in its order. */
@ApplicationScoped
public class Journal {

    private final List<String> entries = new ArrayList<>();
    private final List<IdentityMap> maps = new ArrayList<>();

    public synchronized void note(String entry) {
        entries.add(entry);
    }

    public synchronized List<String> entries() {
        return List.copyOf(entries);
    }

    /** The maps that came with the events. */
    public synchronized List<IdentityMap> maps() {
        return List.copyOf(maps);
    }

    public synchronized void clear() {
        entries.clear();
        maps.clear();
    }

    synchronized void begun(@Observes @Initialized(IdentityMapScoped.class) IdentityMap map) {
        entries.add("map begins");
        maps.add(map);
    }

    synchronized void ending(@Observes @BeforeDestroyed(IdentityMapScoped.class) IdentityMap map) {
        entries.add("map is about to end");
        maps.add(map);
    }

    synchronized void ended(@Observes @Destroyed(IdentityMapScoped.class) IdentityMap map) {
        entries.add("map has ended");
        maps.add(map);
    }
}

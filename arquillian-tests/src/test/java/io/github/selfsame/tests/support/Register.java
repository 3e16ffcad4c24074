package io.github.selfsame.tests.support;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.IdentityMaps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Gives numbers to maps and books, from 1 on, and knows what has become of them. */
@ApplicationScoped
public class Register {

    @Inject
    private IdentityMaps maps;

    @Inject
    private Books books;

    private final List<Object> known = new ArrayList<>();

    /** Reads book 1 in two transactions, unless the caller has one already. */
    public Look look() {
        return new Look(numberOf(maps.current().orElse(null)), numberOf(books.find(1)), numberOf(books.find(1)));
    }

    /** The number of an object; 0 for null. */
    public synchronized int numberOf(Object object) {
        if (object == null) {
            return 0;
        }
        for (int index = 0; index < known.size(); index++) {
            // never by equals
            if (known.get(index) == object) {
                return index + 1;
            }
        }
        known.add(object);
        return known.size();
    }

    /** Whether a map has ended and holds nothing. */
    public boolean hasEnded(int number) {
        IdentityMap map = map(number);
        return !map.isOpen() && map.size() == 0;
    }

    /** The same for a call that tells its map before it is over. */
    public boolean endsSoon(int number) throws InterruptedException {
        for (int wait = 0; wait < 200 && !hasEnded(number); wait++) {
            Thread.sleep(20);
        }
        return hasEnded(number);
    }

    private synchronized IdentityMap map(int number) {
        return (IdentityMap) known.get(number - 1);
    }
}

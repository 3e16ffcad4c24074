package io.github.selfsame.benchmarks.kennel;

import io.github.selfsame.benchmarks.kennel.model.Dog;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.LongStream;

/** Calls of services in one request, all of which look at the same dogs. */
abstract class RequestWork implements Work {

    static final int CALLS = 20;
    static final int DOGS = 10;

    private static final int STEP = 97;

    /** The dogs that are asked for. */
    static final List<Long> IDS =
            LongStream.rangeClosed(1, DOGS).map(dog -> dog * STEP).boxed().toList();

    /** What one call does in a persistence context. */
    static long call(EntityManager manager) {
        long sum = 0;
        for (Long id : IDS) {
            sum += Walk.card(manager.find(Dog.class, id));
        }
        return sum;
    }

    /** What all calls together sum up. */
    static long expected(KennelData data) {
        return CALLS
                * IDS.stream()
                        .mapToLong(id -> Walk.card(data.dogs().get((int) (id - 1))))
                        .sum();
    }
}

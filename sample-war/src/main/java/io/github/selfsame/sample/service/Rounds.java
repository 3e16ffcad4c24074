package io.github.selfsame.sample.service;

import io.github.selfsame.sample.measure.Notebook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.LongStream;

/** One request that calls a service again and again, as layered applications do. */
@ApplicationScoped
public class Rounds {

    private static final int CALLS = 20;
    private static final List<Long> DOGS = LongStream.rangeClosed(1, 10).boxed().toList();

    @Inject
    private DogCards cards;

    /**
     * Makes 20 service calls, each with a transaction of its own; each finds the same 10 dogs and reads their owners
     * and toys.
     *
     * @param notebook where to write down what is read
     */
    public void make(Notebook notebook) {
        for (int call = 0; call < CALLS; call++) {
            cards.read(DOGS, notebook);
        }
    }
}

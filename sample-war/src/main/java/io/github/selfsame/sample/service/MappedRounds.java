package io.github.selfsame.sample.service;

import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.sample.measure.Notebook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes the same rounds within an identity map: the interceptor binding on a CDI bean. */
@ApplicationScoped
@UseIdentityMap
public class MappedRounds {

    @Inject
    private Rounds rounds;

    /**
     * Makes the rounds; all calls of the request share one map.
     *
     * @param notebook where to write down what is read
     */
    public void make(Notebook notebook) {
        rounds.make(notebook);
    }
}

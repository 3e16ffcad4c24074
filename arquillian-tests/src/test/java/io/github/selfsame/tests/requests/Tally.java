package io.github.selfsame.tests.requests;

import io.github.selfsame.IdentityMapScoped;

/** Counts within one map. */
@IdentityMapScoped
public class Tally {

    private int count;

    public int next() {
        count++;
        return count;
    }
}

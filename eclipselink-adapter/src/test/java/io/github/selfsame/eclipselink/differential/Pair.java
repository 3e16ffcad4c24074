package io.github.selfsame.eclipselink.differential;

/** What a constructor expression makes of an entity and what it refers to. */
public final class Pair {

    private final Object first;
    private final Object second;

    public Pair(Object first, Object second) {
        this.first = first;
        this.second = second;
    }

    Object first() {
        return first;
    }

    Object second() {
        return second;
    }
}

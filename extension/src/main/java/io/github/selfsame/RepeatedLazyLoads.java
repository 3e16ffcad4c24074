package io.github.selfsame;

/**
 * An association that one place of a program has loaded lazily again and again: an N+1 (rule O2).
 *
 * @param entityType the class of the entities whose association it is
 * @param path the path that a {@link io.github.selfsame.prefetch.Prefetcher} loads in bulk for such entities, instead
 * @param caller where the association was touched: the innermost method that belongs neither to the library, the
 *     persistence provider nor the JDK, nor is the attribute's getter
 * @param statements how many statements that took; a batch for many entities is one
 */
public record RepeatedLazyLoads(Class<?> entityType, String path, String caller, long statements) {

    /** {@return a sentence about it, with the remedy} */
    @Override
    public String toString() {
        return statements + " statements loaded '" + path + "' of " + entityType.getName() + " at " + caller
                + "; prefetch(entities, \"" + path + "\") before that loads it in one";
    }
}

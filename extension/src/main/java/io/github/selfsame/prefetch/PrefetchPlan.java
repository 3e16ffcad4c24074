package io.github.selfsame.prefetch;

import java.util.List;

/**
 * The order in which a prefetch loads its paths, whatever order they were given in (rules P5 and P14). An immutable value;
 * as text it is a table for people.
 *
 * @param rootType the name of the entity type that the paths start from
 * @param steps what is loaded one after the other
 */
public record PrefetchPlan(String rootType, List<Step> steps) {

    /**
     * Creates a plan.
     *
     * @param rootType the name of the entity type that the paths start from
     * @param steps what is loaded one after the other
     */
    public PrefetchPlan {
        steps = List.copyOf(steps);
    }

    /** What a step brings. */
    public enum Kind {
        /** References by key: what is there already is not read. */
        REFERENCE,
        /** References whose key is on the other side. */
        INVERSE_REFERENCE,
        /** Collections or maps of entities. */
        COLLECTION,
        /** Collections or maps of values. */
        VALUES,
        /** Results of their own for each owner. */
        SEPARATE,
        /** Numbers for each owner. */
        COUNT
    }

    /**
     * What is loaded together, in one statement for each chunk of keys.
     *
     * @param kind what it brings
     * @param paths the paths that end here, those from the root
     * @param target the name of the type that they lead to
     */
    public record Step(Kind kind, List<String> paths, String target) {

        /**
         * Creates a step.
         *
         * @param kind what it brings
         * @param paths the paths that end here, those from the root
         * @param target the name of the type that they lead to
         */
        public Step {
            paths = List.copyOf(paths);
        }

        @Override
        public String toString() {
            return String.join(" + ", paths) + " (" + kind + " of " + target + ")";
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Prefetch for ").append(rootType);
        int number = 1;
        for (Step step : steps) {
            text.append(System.lineSeparator()).append(number++).append(". ").append(step);
        }
        return text.toString();
    }
}

package io.github.selfsame.prefetch;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What a prefetch has taken, step by step (rule P14). An immutable value; as text it is a table for people.
 *
 * @param rootType the name of the entity type that the paths start from
 * @param steps the steps of the plan with what each has taken
 */
public record PrefetchOutcome(String rootType, List<StepOutcome> steps) {

    /**
     * Creates an outcome.
     *
     * @param rootType the name of the entity type that the paths start from
     * @param steps the steps of the plan with what each has taken
     */
    public PrefetchOutcome {
        steps = List.copyOf(steps);
    }

    /**
     * What a step has taken.
     *
     * @param step the step
     * @param owners how many owners it was to be loaded for
     * @param loadedBefore how many of them had it already
     * @param statements how many queries were run
     * @param rows how many rows they gave
     * @param reused how many targets were there already
     * @param built how many targets were built from their rows
     */
    public record StepOutcome(
            PrefetchPlan.Step step, int owners, int loadedBefore, int statements, int rows, int reused, int built) {

        @Override
        public String toString() {
            return step + ": " + owners + " owners, " + loadedBefore + " loaded before; " + statements + " statements, "
                    + rows + " rows; " + reused + " instances reused, " + built + " built";
        }
    }

    /**
     * The queries of all steps.
     *
     * @return how many were run
     */
    public int statements() {
        return sum(StepOutcome::statements);
    }

    /**
     * The rows of all steps.
     *
     * @return how many were read
     */
    public int rows() {
        return sum(StepOutcome::rows);
    }

    /**
     * The targets that were there already, in all steps.
     *
     * @return how many were not built again
     */
    public int reused() {
        return sum(StepOutcome::reused);
    }

    /**
     * The targets that were not there before, in all steps.
     *
     * @return how many were built
     */
    public int built() {
        return sum(StepOutcome::built);
    }

    private int sum(ToIntFunction<StepOutcome> number) {
        return steps.stream().mapToInt(number).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Prefetched for ").append(rootType);
        int number = 1;
        for (StepOutcome step : steps) {
            text.append(System.lineSeparator()).append(number++).append(". ").append(step);
        }
        return text.toString();
    }
}

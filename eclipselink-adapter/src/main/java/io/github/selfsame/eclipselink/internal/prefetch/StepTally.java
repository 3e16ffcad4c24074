package io.github.selfsame.eclipselink.internal.prefetch;

import io.github.selfsame.prefetch.PrefetchOutcome.StepOutcome;
import io.github.selfsame.prefetch.PrefetchPlan.Step;

/** Counts what one step takes (rule P14). */
final class StepTally {

    private int owners;
    private int loadedBefore;
    private int statements;
    private int rows;
    private int reused;
    private int built;

    void owner(boolean isLoaded) {
        owners++;
        if (isLoaded) {
            loadedBefore++;
        }
    }

    void statement(int rowsRead, int instancesBuilt) {
        statements++;
        rows += rowsRead;
        built += instancesBuilt;
    }

    /** Several statements that bring one row each at most. */
    void statements(int executed, int instancesBuilt) {
        statements += executed;
        rows += Math.min(executed, instancesBuilt);
        built += instancesBuilt;
    }

    void reused(int instances) {
        reused += instances;
    }

    StepOutcome outcome(Step step) {
        return new StepOutcome(step, owners, loadedBefore, statements, rows, reused, built);
    }
}

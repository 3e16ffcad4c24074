package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.differential.Comparison.Outcome;
import java.util.ArrayList;
import java.util.List;

/** One run of a program in plain EclipseLink alone. */
final class PlainRun {

    private final World plain;
    private final List<String> trace = new ArrayList<>();

    PlainRun(World plain) {
        this.plain = plain;
    }

    /** All that can be seen of the run. */
    List<String> execute(List<Step> program) {
        plain.reset();
        try {
            for (Step step : program) {
                if (step.applies(plain)) {
                    execute(step);
                }
            }
        } finally {
            plain.finish();
        }
        trace.add(plain.content());
        trace.add(String.valueOf(plain.statements().size()));
        return trace;
    }

    private void execute(Step step) {
        Outcome outcome = Outcome.of(step, plain);
        plain.said();
        trace.add(
                outcome.thrown() == null
                        ? String.valueOf(outcome.value())
                        : outcome.types().toString());
        if (step.action() == ContextAction.COMMIT) {
            trace.add(plain.content());
        }
        if (outcome.thrown() != null && Recovery.isNeeded(step, plain)) {
            execute(Recovery.after(step, plain));
        }
    }
}

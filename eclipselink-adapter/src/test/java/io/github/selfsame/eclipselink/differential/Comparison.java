package io.github.selfsame.eclipselink.differential;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.persistence.exceptions.ValidationException;

/** Runs programs in both worlds at once, step by step, and looks for differences. */
final class Comparison implements AutoCloseable {

    private static final int REPETITIONS = 12;

    private final World plain;
    private final MappedWorld mapped;

    Comparison(World plain, MappedWorld mapped) {
        this.plain = plain;
        this.mapped = mapped;
    }

    /** The first difference, or {@code null}. */
    Difference run(List<Step> program) {
        Difference difference = new Run().execute(program);
        return difference == null || isPlainUndecided(program) ? null : difference;
    }

    /**
     * Whether plain EclipseLink itself does now this, now that: where it goes through what a context manages in the order of
     * identity hash codes, this may decide which versions are incremented.
     */
    private boolean isPlainUndecided(List<Step> program) {
        Set<List<String>> traces = new HashSet<>();
        for (int time = 0; time < REPETITIONS && traces.size() < 2; time++) {
            traces.add(new PlainRun(plain).execute(program));
        }
        return traces.size() > 1;
    }

    @Override
    public void close() {
        mapped.close();
        plain.close();
    }

    /** What a step has shown, or the exception that it has thrown. */
    record Outcome(Object value, Throwable thrown) {

        static Outcome of(Step step, World world) {
            try {
                return new Outcome(step.run(world), null);
            } catch (Exception | StackOverflowError e) {
                return new Outcome(null, e);
            }
        }

        boolean isSameAs(Outcome other) {
            return types().equals(other.types()) && (thrown != null || Objects.equals(value, other.value));
        }

        List<Class<?>> types() {
            List<Class<?>> types = new ArrayList<>();
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                types.add(cause.getClass());
            }
            return types;
        }

        @Override
        public String toString() {
            return thrown == null
                    ? String.valueOf(value)
                    : String.valueOf(thrown).replace('\n', ' ');
        }
    }

    /** One program. */
    private final class Run {

        private final List<String> trace = new ArrayList<>();
        private Difference difference;
        private final StatementAllowances allowances = new StatementAllowances(plain);

        /** R5: the map has refused what was changed while nobody managed it, and the program does not know how to go on. */
        private boolean isOver;

        Difference execute(List<Step> program) {
            plain.reset();
            mapped.reset();
            try {
                for (Step step : program) {
                    if (difference == null
                            && !isOver
                            && step.applies(plain)
                            && step.applies(mapped)
                            && isComparable(step)) {
                        execute(step);
                    }
                }
                long failures = mapped.failures();
                plain.finish();
                mapped.finish();
                if (difference == null) {
                    trace.add("(the end)");
                    report("map", mapped.violations());
                    if (failures > 0) {
                        report("failed adoption", List.of(failures + " instances could not be adopted"));
                    }
                    if (!isOver) {
                        compareContent();
                        compareStatements();
                    }
                }
            } finally {
                plain.finish();
                mapped.finish();
            }
            return difference;
        }

        /**
         * R12: plain EclipseLink loses what is changed in an entity that was loaded in part when it reads the rest; of what the map has
         * as a whole there is no rest.
         */
        private boolean isComparable(Step step) {
            return step.action() != ChangeAction.CHANGE
                    || plain.isPartial(step.variable()) == mapped.isPartial(step.variable());
        }

        private void execute(Step step) {
            Outcome before = Outcome.of(step, plain);
            plain.said();
            Outcome after = Outcome.of(step, mapped);
            String said = mapped.said();
            trace.add((said.isEmpty() ? step.toString() : said) + "   // " + after);
            if (before.thrown() == null && mapped.isSaidDivergent(after.thrown())) {
                isOver = true;
                return;
            }
            if (!isBeyondPlain(step, before) && !before.isSameAs(after)) {
                if (before.thrown() != null || after.thrown() != null) {
                    difference("exception", before, after);
                } else {
                    difference("value", before, after);
                }
            }
            allowances.note(step.action(), before);
            report("map", mapped.violations());
            compareManaged();
            if (step.action() == ContextAction.COMMIT) {
                compareContent();
            }
            if (before.thrown() != null && difference == null && Recovery.isNeeded(step, plain)) {
                execute(Recovery.after(step, plain));
            }
        }

        /** EclipseLink says that it can't do this with woven entities, whatever it can do in a given case. */
        private boolean isBeyondPlain(Step step, Outcome before) {
            return step.action() == NestedAction.NESTED_QUERY && before.thrown() instanceof ValidationException;
        }

        /** What is managed stays so; what is detached may have been adopted (R4). */
        private void compareManaged() {
            for (int context = 0; context < World.CONTEXTS; context++) {
                for (int variable = 0; variable < World.VARIABLES; variable++) {
                    if (plain.isManaged(context, variable) && !mapped.isManaged(context, variable)) {
                        difference("contains", "em" + context + ".contains(v" + variable + ")", "is false");
                    }
                }
            }
        }

        private void compareContent() {
            String before = plain.content();
            String after = mapped.content();
            if (!before.equals(after)) {
                List<String> left = new ArrayList<>(before.lines().toList());
                List<String> right = new ArrayList<>(after.lines().toList());
                left.removeAll(after.lines().toList());
                right.removeAll(before.lines().toList());
                difference("database", left, right);
            }
        }

        private void compareStatements() {
            if (allowances.permitMore()) {
                return;
            }
            List<String> before = plain.statements();
            List<String> after = mapped.statements();
            if (after.size() > before.size()) {
                List<String> more = new ArrayList<>(after);
                before.forEach(more::remove);
                difference("statements", before.size(), after.size() + " " + more);
            }
        }

        private void report(String kind, List<String> violations) {
            if (!violations.isEmpty()) {
                difference(kind, "", violations);
            }
        }

        private void difference(String kind, Object before, Object after) {
            if (difference == null) {
                if (after instanceof Outcome outcome && outcome.thrown() != null) {
                    trace.add("  thrown: " + stack(outcome.thrown()));
                }
                if (before instanceof Outcome outcome && outcome.thrown() != null) {
                    trace.add("  plain threw: " + stack(outcome.thrown()));
                }
                difference = new Difference(kind, "plain " + before + "\n  with the map " + after, trace);
            }
        }

        private String stack(Throwable thrown) {
            java.io.StringWriter text = new java.io.StringWriter();
            thrown.printStackTrace(new java.io.PrintWriter(text));
            return text.toString()
                    .lines()
                    .filter(line -> line.contains("selfsame") || line.contains("eclipse"))
                    .limit(25)
                    .collect(java.util.stream.Collectors.joining("\n"));
        }
    }
}

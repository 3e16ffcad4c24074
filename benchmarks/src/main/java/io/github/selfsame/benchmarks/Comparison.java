package io.github.selfsame.benchmarks;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * The results of a suite as tables, one for each combination of parameters: every peer beside the first one. Compares the
 * best iterations, since whatever else a machine does only adds; the ratio of processor times is nearly free of that.
 */
final class Comparison {

    private static final double BYTES_PER_KILOBYTE = 1_000;
    private static final double MEDIAN = 50;

    private final Map<String, Map<String, RunResult>> tables = new TreeMap<>();
    private final List<String> peers;

    Comparison(Suite suite, Collection<RunResult> results) {
        peers = suite.allPeers().stream().map(Object::toString).toList();
        for (RunResult result : results) {
            tables.computeIfAbsent(
                            titleOf(result.getParams()), title -> new TreeMap<>(Comparator.comparing(peers::indexOf)))
                    .put(result.getParams().getParam(Suite.PEER), result);
        }
    }

    private static String titleOf(BenchmarkParams params) {
        Map<String, String> others = new LinkedHashMap<>();
        for (String key : params.getParamsKeys()) {
            if (!key.equals(Suite.PEER)) {
                others.put(key, params.getParam(key));
            }
        }
        String method = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
        return others.isEmpty() ? method : method + ", " + String.join(", ", others.values());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        tables.forEach((title, rows) -> {
            RunResult first = rows.values().iterator().next();
            text.append(String.format(
                    Locale.ROOT,
                    "%n## %s%n%n| peer | ratio | %s | median | cpu ratio | kB | statements |%n|---|---|---|---|---|---|---|%n",
                    title,
                    first.getPrimaryResult().getScoreUnit()));
            rows.forEach((peer, result) -> text.append(row(peer, result, first)));
        });
        return text.toString();
    }

    private static String row(String peer, RunResult result, RunResult first) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.4g | %.4g | %.2f | %.4g | %.0f |%n",
                peer,
                best(result) / best(first),
                best(result),
                result.getPrimaryResult().getStatistics().getPercentile(MEDIAN),
                secondary(result, CpuProfiler.LABEL) / secondary(first, CpuProfiler.LABEL),
                secondary(result, "gc.alloc.rate.norm") / BYTES_PER_KILOBYTE,
                secondary(result, StatementsProfiler.LABEL));
    }

    private static double best(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }

    private static double secondary(RunResult result, String label) {
        for (Map.Entry<String, ? extends Result<?>> entry :
                secondaryResults(result).entrySet()) {
            if (entry.getKey().endsWith(label)) {
                return entry.getValue().getScore();
            }
        }
        return Double.NaN;
    }

    private static Map<String, ? extends Result<?>> secondaryResults(RunResult result) {
        Map<String, Result<?>> secondary = new LinkedHashMap<>();
        result.getAggregatedResult().getSecondaryResults().forEach(secondary::put);
        return secondary;
    }
}

package io.github.selfsame.benchmarks;

import io.github.selfsame.benchmarks.identity.Footprint;
import io.github.selfsame.benchmarks.identity.Turns;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs suites of benchmarks, each peer in a JVM of its own, with EclipseLink's weaving where the peer uses it. Prints how the
 * peers compare and writes that to a file for each suite.
 *
 * <p>Arguments: the directory for the results, names of {@linkplain Suite suites}, {@code turns} or
 * {@code footprint} (all if there is none), and then, from the first one with a hyphen on, options of JMH.
 */
public final class Benchmarks {

    /** Programs that measure by themselves, in a woven JVM of their own. */
    private static final Map<String, Class<?>> PROGRAMS =
            new TreeMap<>(Map.of("footprint", Footprint.class, "turns", Turns.class));

    /** The system property that tells the forked JVMs where PostgreSQL is. */
    static final String POSTGRESQL = "benchmarks.postgresql";

    private final Path results;
    private final String[] options;
    private final String postgresql;

    private Benchmarks(Path results, String[] options, String postgresql) {
        this.results = results;
        this.options = options;
        this.postgresql = postgresql;
    }

    /**
     * Runs benchmarks.
     *
     * @param arguments see above
     * @throws Exception if anything fails
     */
    public static void main(String[] arguments) throws Exception {
        int firstOption = 1;
        List<Suite> suites = new ArrayList<>();
        Set<String> programs = new LinkedHashSet<>();
        for (; firstOption < arguments.length && !arguments[firstOption].startsWith("-"); firstOption++) {
            if (PROGRAMS.containsKey(arguments[firstOption])) {
                programs.add(arguments[firstOption]);
            } else {
                suites.add(Suite.named(arguments[firstOption]));
            }
        }
        if (firstOption == 1) {
            suites.addAll(List.of(Suite.values()));
            programs.addAll(PROGRAMS.keySet());
        }
        Path results = Files.createDirectories(Path.of(arguments[0]));
        String[] options = Arrays.copyOfRange(arguments, firstOption, arguments.length);
        for (String program : programs) {
            run(Objects.requireNonNull(PROGRAMS.get(program)), results.resolve(program + ".md"));
        }
        if (suites.isEmpty()) {
            return;
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            Benchmarks benchmarks = new Benchmarks(results, options, server.getJdbcUrl("postgres", "postgres"));
            for (Suite suite : suites) {
                benchmarks.run(suite);
            }
        }
    }

    private static void run(Class<?> program, Path result) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-javaagent:" + agent(),
                        "-Djdk.attach.allowAttachSelf=true",
                        "-Djol.magicFieldOffset=true",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        program.getName())
                .redirectOutput(result.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(program.getName() + " has failed");
        }
        System.out.println(Files.readString(result));
    }

    private void run(Suite suite) throws Exception {
        Collection<RunResult> measured = new ArrayList<>();
        String table = "";
        for (boolean isWoven : new boolean[] {false, true}) {
            CommandLineOptions given = new CommandLineOptions(options);
            List<String> peers = suite.peers(isWoven);
            if (given.getParameter(Suite.PEER).hasValue()) {
                peers.retainAll(given.getParameter(Suite.PEER).get());
            }
            if (!peers.isEmpty()) {
                Options all = options(suite, given, peers, isWoven);
                measured.addAll(new Runner(all).run());
                table = new Comparison(suite, measured).toString();
                Files.writeString(results.resolve(suite + ".md"), table);
            }
        }
        System.out.println(table);
    }

    private Options options(Suite suite, Options given, List<String> peers, boolean isWoven) throws IOException {
        List<String> jvm = new ArrayList<>(List.of("-D" + POSTGRESQL + "=" + postgresql));
        if (isWoven) {
            jvm.add("-javaagent:" + agent());
        }
        return new OptionsBuilder()
                .parent(given)
                .include(suite.benchmark().getName() + "\\..*")
                .param(Suite.PEER, peers.toArray(new String[0]))
                .addProfiler(CpuProfiler.class)
                .addProfiler(GCProfiler.class)
                .addProfiler(StatementsProfiler.class)
                .jvmArgsAppend(jvm.toArray(new String[0]))
                .build();
    }

    /** EclipseLink is its own weaving agent. */
    private static String agent() throws IOException {
        try {
            return new File(PersistenceProvider.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getPath();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}

package io.github.selfsame.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keeps the table of rules and tests in {@code docs} in step with the names of the tests. */
class RuleTableTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Path TABLE = PROJECT.resolve("docs/rules-and-tests.md");
    private static final List<String> MODULES =
            List.of("extension", "eclipselink-adapter", "micrometer", "arquillian-tests", "sample-war");
    private static final Pattern NAME = Pattern.compile("@DisplayName\\(\\s*\"([^\":]+):");
    private static final Pattern ID = Pattern.compile("[A-DO-S]\\d+");

    @Test
    @DisplayName("The table of rules and tests is what the tests' names say; -Dselfsame.documentation=write writes it")
    void table() throws IOException {
        String expected = table(testsByRule());
        if ("write".equals(System.getProperty("selfsame.documentation"))) {
            Files.writeString(TABLE, expected);
        }
        assertThat(Files.readString(TABLE)).isEqualTo(expected);
    }

    private static Map<String, Collection<String>> testsByRule() throws IOException {
        Map<String, Collection<String>> tests = new LinkedHashMap<>();
        for (String module : MODULES) {
            Path sources = PROJECT.resolve(module).resolve("src/test/java");
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                    if (file.toString().endsWith(".java")) {
                        collect(module, file, tests);
                    }
                }
            }
        }
        return tests;
    }

    private static void collect(String module, Path file, Map<String, Collection<String>> tests) throws IOException {
        Matcher names = NAME.matcher(Files.readString(file));
        String test = file.getFileName().toString().replace(".java", "");
        while (names.find()) {
            Matcher ids = ID.matcher(names.group(1));
            while (ids.find()) {
                tests.computeIfAbsent(ids.group(), id -> new TreeSet<>()).add("`" + test + "` (" + module + ")");
            }
        }
    }

    private static String table(Map<String, Collection<String>> tests) {
        StringBuilder text = new StringBuilder(
                """
                # Rules and tests

                Which tests show which rule of the contract, and which known pitfall of identity maps and prefetchers. The names
                of the tests carry the ids; the build writes and checks this table (`mvn -pl extension test
                -Dtest=RuleTableTest -Dselfsame.documentation=write`). A dash: not built or not tested yet.
                """);
        section(text, "Identity", "R", 20, tests);
        section(text, "Scopes", "S", 10, tests);
        section(text, "Prefetch", "P", 14, tests);
        section(text, "Queries", "Q", 3, tests);
        section(text, "Observing", "O", 3, tests);
        section(text, "Pitfalls: keys and identity", "A", 8, tests);
        section(text, "Pitfalls: state and staleness", "B", 12, tests);
        section(text, "Pitfalls: associations and prefetch", "C", 24, tests);
        section(text, "Pitfalls: scope, memory, threads", "D", 15, tests);
        return text.toString();
    }

    private static void section(
            StringBuilder text, String title, String letter, int count, Map<String, Collection<String>> tests) {
        text.append("\n## ").append(title).append("\n\n| id | tests |\n|---|---|\n");
        for (int number = 1; number <= count; number++) {
            String id = letter + number;
            String named = String.join(", ", tests.getOrDefault(id, List.of("–")));
            text.append("| ").append(id).append(" | ").append(named).append(" |\n");
        }
    }
}

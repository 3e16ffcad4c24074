package io.github.selfsame.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page that compares the library with its ancestor. */
class ComparisonTableTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = PROJECT.resolve("docs/comparison-django-prefetch-utils.md");
    private static final List<String> MODULES = List.of("extension", "eclipselink-adapter");
    private static final int ROWS = 76;
    private static final Pattern ROW = Pattern.compile("\\| (D\\d+) \\|.*\\| \\*\\*(.*)\\*\\* \\|(.*)\\|(.*)\\|");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w*)?\\.?([a-z]\\w*)?`");

    @Test
    @DisplayName("Each row of the comparison is answered, and names tests that exist, unless there is nothing to test")
    void namesTestsThatExist() throws IOException {
        Map<String, String> sources = sources();
        List<String> ids = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                ids.add(row.group(1));
                assertThat(row.group(2)).as(row.group(1)).isIn("same", "better", "does not exist here");
                List<String> missing = missing(row.group(4), sources);
                missing.forEach(name -> problems.add(row.group(1) + ": " + name));
                if (row.group(4).isBlank() && !row.group(2).equals("does not exist here")) {
                    problems.add(row.group(1) + ": no test");
                }
            }
        }
        assertThat(ids)
                .isEqualTo(IntStream.rangeClosed(1, ROWS)
                        .mapToObj(number -> "D" + number)
                        .toList());
        assertThat(problems).isEmpty();
    }

    /** The tests named that do not exist; a method without a class is one of the class named before it. */
    private static List<String> missing(String tests, Map<String, String> sources) {
        List<String> missing = new ArrayList<>();
        Matcher names = NAME.matcher(tests);
        String type = "";
        while (names.find()) {
            type = names.group(1) == null ? type : names.group(1);
            String source = sources.get(type);
            String method = names.group(2);
            if (source == null || (method != null && !source.contains("void " + method + "("))) {
                missing.add(type + "." + method);
            }
        }
        return missing;
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/test/java"))) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    if (file.toString().endsWith("Test.java")) {
                        sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                    }
                }
            }
        }
        return sources;
    }
}

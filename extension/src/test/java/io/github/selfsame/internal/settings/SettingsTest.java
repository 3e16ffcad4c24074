package io.github.selfsame.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.IdentityMapOptions.LazyLoadReport;
import io.github.selfsame.IdentityMapOptions.Retention;
import io.github.selfsame.LazyLoading;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private final List<String> problems = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void clear() {
        System.clearProperty("selfsame.map-for-every");
    }

    @Test
    @DisplayName("S8: nothing is set by default")
    void isOffByDefault() {
        Settings settings = Settings.read(getClass().getClassLoader(), problems);

        assertThat(Setting.values()).allMatch(setting -> settings.value(setting) == null);
        assertThat(settings.isOn(Setting.PROPAGATE_TO_EXECUTORS, problems)).isFalse();
        assertThat(settings.options(problems)).isEqualTo(IdentityMapOptions.DEFAULTS);
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName("S8: a system property counts before the file, and both are read without spaces around the value")
    void readsPropertiesAndFile() throws IOException {
        ClassLoader application =
                withFile("selfsame.map-for-every = session \nselfsame.default-lifetime=view\nselfsame.retention=\n");
        assertThat(Settings.read(application, problems).value(Setting.MAP_FOR_EVERY))
                .isEqualTo("session");

        System.setProperty("selfsame.map-for-every", " request");

        Settings settings = Settings.read(application, problems);
        assertThat(settings.value(Setting.MAP_FOR_EVERY)).isEqualTo("request");
        assertThat(settings.value(Setting.DEFAULT_LIFETIME)).isEqualTo("view");
        assertThat(settings.value(Setting.RETENTION)).isNull();
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName("S8: the first source counts, for each setting by itself")
    void takesTheFirst() {
        Settings settings = Settings.from(
                List.of(
                        new Source(
                                "config", Map.of("selfsame.freshness", "repeatable", "selfsame.lazy-loading", "peers")),
                        new Source(
                                "file",
                                Map.of(
                                        "selfsame.freshness", "x",
                                        "selfsame.retention", "Weak",
                                        "selfsame.lazy-load-report", "log"))),
                problems);

        assertThat(settings.options(problems))
                .isEqualTo(IdentityMapOptions.DEFAULTS
                        .with(Freshness.REPEATABLE)
                        .with(Retention.WEAK)
                        .with(LazyLoading.PEERS)
                        .with(LazyLoadReport.LOG));
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName("S8, S9: an unknown name is a problem that suggests the nearest one, reported once")
    void reportsUnknownNames() {
        Map<String, String> wrong = Map.of("selfsame.map-for-evry", "request", "other.name", "x");
        Settings.from(List.of(new Source("config", wrong), new Source("file", wrong)), problems);

        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("SELFSAME000400: The setting selfsame.map-for-evry (from config) is unknown")
                .contains("Did you mean selfsame.map-for-every?")
                .contains("selfsame.default-lifetime, selfsame.divergence");
    }

    @Test
    @DisplayName("S8, S9: wrong values are problems that suggest the nearest one")
    void reportsWrongValues() {
        Settings settings = Settings.from(
                List.of(new Source(
                        "file", Map.of("selfsame.propagate-to-executors", "ture", "selfsame.divergence", "restored"))),
                problems);
        settings.isOn(Setting.PROPAGATE_TO_EXECUTORS, problems);
        settings.options(problems);

        assertThat(problems)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("SELFSAME000401: The setting selfsame.propagate-to-executors (from file)")
                                .contains("'ture'. Did you mean 'true'?"),
                        second -> assertThat(second)
                                .contains(
                                        "Did you mean 'restore'? Possible values are: default, evict, restore, fail"));
    }

    @Test
    @DisplayName("S9: a file that can't be read is a problem")
    void reportsUnreadableFiles() throws IOException {
        Settings.read(new FileLoader(directory.resolve("missing")), problems);
        Settings.read(withFile("selfsame.x=\\u00"), problems);

        assertThat(problems).hasSize(2).allMatch(problem -> problem.startsWith("SELFSAME000402"));
    }

    private ClassLoader withFile(String content) throws IOException {
        return new FileLoader(Files.writeString(directory.resolve("settings"), content));
    }

    private record Source(String description, Map<String, String> values) implements SettingSource {

        @Override
        public @Nullable String value(String key) {
            return values.get(key);
        }

        @Override
        public Collection<String> names() {
            return values.keySet();
        }
    }

    /** An application with a settings file. */
    private static final class FileLoader extends ClassLoader {

        private final Path file;

        FileLoader(Path file) {
            super(SettingsTest.class.getClassLoader());
            this.file = file;
        }

        @Override
        public @Nullable URL getResource(String name) {
            try {
                return name.equals("META-INF/selfsame.properties")
                        ? file.toUri().toURL()
                        : super.getResource(name);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

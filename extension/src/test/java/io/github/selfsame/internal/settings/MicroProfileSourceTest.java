package io.github.selfsame.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MicroProfileSourceTest {

    private final List<String> problems = new ArrayList<>();

    @AfterEach
    void clear() {
        System.clearProperty("selfsame.map-for-every");
    }

    @Test
    @DisplayName(
            "S8: MicroProfile Config, where it is present, counts before system properties; its unknown names are found")
    void comesFirst() {
        System.setProperty("selfsame.map-for-every", "session");
        Config config = config(Map.of("selfsame.map-for-every", "request", "selfsame.retentoin", "weak"));

        Settings settings =
                Settings.from(List.of(new MicroProfileSource(config, null), new SystemPropertySource()), problems);

        assertThat(settings.value(Setting.MAP_FOR_EVERY)).isEqualTo("request");
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("SELFSAME000400: The setting selfsame.retentoin (from MicroProfile Config)")
                .contains("Did you mean selfsame.retention?");
    }

    @Test
    @DisplayName("S8, R16: at the end of the application its configuration is released, so that no resolver keeps it")
    void released() {
        Config config = config(Map.of("selfsame.map-for-every", "request"));
        Resolver resolver = new Resolver(config);
        Settings settings = Settings.from(List.of(new MicroProfileSource(config, resolver)), problems);
        assertThat(resolver.kept).hasSize(1);

        settings.release();
        settings.release();

        assertThat(resolver.kept).isEmpty();
        assertThat(settings.value(Setting.MAP_FOR_EVERY)).isEqualTo("request");
    }

    @Test
    @DisplayName("S8, R16: a configuration that the server has wrapped is released, too")
    void releasedFromItsWrapper() {
        Config kept = config(Map.of("selfsame.map-for-every", "request"));
        Resolver resolver = new Resolver(kept);
        Config wrapper = config(Map.of("selfsame.map-for-every", "request"), kept);

        Settings.from(List.of(new MicroProfileSource(wrapper, resolver)), problems)
                .release();

        assertThat(resolver.kept).isEmpty();
    }

    private static final class Resolver extends ConfigProviderResolver {

        private final List<Config> kept = new ArrayList<>();

        Resolver(Config config) {
            kept.add(config);
        }

        @Override
        public void releaseConfig(Config config) {
            if (!kept.removeIf(one -> one == config)) {
                throw new IllegalStateException("Not here");
            }
        }

        @Override
        public Config getConfig() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Config getConfig(ClassLoader loader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ConfigBuilder getBuilder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void registerConfig(Config config, ClassLoader classLoader) {
            throw new UnsupportedOperationException();
        }
    }

    private static Config config(Map<String, String> values) {
        return config(values, null);
    }

    /** As little of an implementation as is used; one that wraps nothing refuses to unwrap. */
    private static Config config(Map<String, String> values, @Nullable Config wrapped) {
        return (Config) Proxy.newProxyInstance(
                MicroProfileSourceTest.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getPropertyNames" -> values.keySet();
                    case "unwrap" -> {
                        if (wrapped == null) {
                            throw new IllegalArgumentException("Wraps nothing");
                        }
                        yield wrapped;
                    }
                    default -> Optional.ofNullable(values.get(String.valueOf(arguments[0])));
                });
    }
}

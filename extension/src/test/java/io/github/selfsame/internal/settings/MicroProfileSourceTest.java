package io.github.selfsame.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
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
                Settings.from(List.of(new MicroProfileSource(config), new SystemPropertySource()), problems);

        assertThat(settings.value(Setting.MAP_FOR_EVERY)).isEqualTo("request");
        assertThat(problems)
                .singleElement()
                .asString()
                .startsWith("SELFSAME000400: The setting selfsame.retentoin (from MicroProfile Config)")
                .contains("Did you mean selfsame.retention?");
    }

    /** As little of an implementation as is used. */
    private static Config config(Map<String, String> values) {
        return (Config) Proxy.newProxyInstance(
                MicroProfileSourceTest.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> method.getName().equals("getPropertyNames")
                        ? values.keySet()
                        : Optional.ofNullable(values.get(String.valueOf(arguments[0]))));
    }
}

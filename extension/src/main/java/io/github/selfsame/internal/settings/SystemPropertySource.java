package io.github.selfsame.internal.settings;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The system properties. */
final class SystemPropertySource implements SettingSource {

    @Override
    public @Nullable String value(String key) {
        return System.getProperty(key);
    }

    @Override
    public Collection<String> names() {
        return List.copyOf(System.getProperties().stringPropertyNames());
    }

    @Override
    public String description() {
        return "system properties";
    }
}

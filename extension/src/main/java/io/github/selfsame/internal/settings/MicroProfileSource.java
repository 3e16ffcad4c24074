package io.github.selfsame.internal.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** MicroProfile Config. Only this class knows its API, which need not be there. */
final class MicroProfileSource implements SettingSource {

    private final Config config;

    MicroProfileSource(Config config) {
        this.config = config;
    }

    /** The source, if there is an implementation. */
    static @Nullable SettingSource find(ClassLoader application) {
        try {
            return new MicroProfileSource(ConfigProvider.getConfig(application));
        } catch (LinkageError | IllegalStateException e) {
            // neither the API nor an implementation of it has to be there
            return null;
        }
    }

    @Override
    public @Nullable String value(String key) {
        return config.getOptionalValue(key, String.class).orElse(null);
    }

    @Override
    public Collection<String> names() {
        List<String> names = new ArrayList<>();
        config.getPropertyNames().forEach(names::add);
        return names;
    }

    @Override
    public String description() {
        return "MicroProfile Config";
    }
}

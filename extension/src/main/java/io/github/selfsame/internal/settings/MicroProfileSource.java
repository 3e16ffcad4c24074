package io.github.selfsame.internal.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** MicroProfile Config. Only this class knows its API, which need not be there. */
final class MicroProfileSource implements SettingSource {

    private static final Logger LOGGER = Logger.getLogger(MicroProfileSource.class);

    private final Config config;

    /** Keeps the configuration; null if it is to be kept. */
    private final @Nullable ConfigProviderResolver resolver;

    MicroProfileSource(Config config, @Nullable ConfigProviderResolver resolver) {
        this.config = config;
        this.resolver = resolver;
    }

    /** The source, if there is an implementation. */
    static @Nullable SettingSource find(ClassLoader application) {
        try {
            Config config = ConfigProvider.getConfig(application);
            // the system's class loader stays, and with it the right to a configuration
            boolean stays = application == ClassLoader.getSystemClassLoader();
            return new MicroProfileSource(config, stays ? null : ConfigProviderResolver.instance());
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
    public void release() {
        if (resolver != null) {
            // some servers keep it, and with it the class loader, long after the application is gone
            Config wrapped = wrapped();
            release(resolver, config);
            if (wrapped != config) {
                release(resolver, wrapped);
            }
        }
    }

    /** GlassFish hands out a wrapper, but releases only what is in it, which it knows by identity. */
    private Config wrapped() {
        try {
            return config.unwrap(Config.class);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            LOGGER.tracef(e, "The configuration is not a wrapper");
            return config;
        }
    }

    private static void release(ConfigProviderResolver resolver, Config config) {
        try {
            resolver.releaseConfig(config);
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOGGER.debugf(e, "The configuration has been released already");
        }
    }

    @Override
    public String description() {
        return "MicroProfile Config";
    }
}

package io.github.selfsame.internal.settings;

import static io.github.selfsame.internal.settings.SettingsMessages.MESSAGES;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The application's properties file, if it has one. */
final class PropertiesFileSource implements SettingSource {

    static final String FILE = "META-INF/selfsame.properties";

    private final Properties properties = new Properties();

    PropertiesFileSource(ClassLoader application, Collection<String> problems) {
        URL file = application.getResource(FILE);
        if (file != null) {
            try (InputStreamReader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                problems.add(MESSAGES.unreadable(file.toString(), e.toString()));
            }
        }
    }

    @Override
    public @Nullable String value(String key) {
        return properties.getProperty(key);
    }

    @Override
    public Collection<String> names() {
        return List.copyOf(properties.stringPropertyNames());
    }

    @Override
    public String description() {
        return FILE;
    }
}

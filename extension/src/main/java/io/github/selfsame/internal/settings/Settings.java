package io.github.selfsame.internal.settings;

import static io.github.selfsame.internal.settings.SettingsMessages.MESSAGES;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.Divergence;
import io.github.selfsame.IdentityMapOptions.Freshness;
import io.github.selfsame.IdentityMapOptions.LazyLoadReport;
import io.github.selfsame.IdentityMapOptions.Retention;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.spi.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is set (rule S8): by MicroProfile Config where it is present, else by a system property, else in the
 * application's file {@code META-INF/selfsame.properties}; for each setting the first of these that has it counts.
 */
public final class Settings {

    private final Map<Setting, Value> values = new EnumMap<>(Setting.class);

    private final List<SettingSource> sources;

    private Settings(List<SettingSource> sources) {
        this.sources = sources;
    }

    /**
     * Reads all settings.
     *
     * @param application the application's class loader; null for the system's
     * @param problems takes a message for each problem, with its id
     * @return the settings
     */
    public static Settings read(@Nullable ClassLoader application, Collection<String> problems) {
        ClassLoader loader = application == null ? ClassLoader.getSystemClassLoader() : application;
        List<SettingSource> sources = new ArrayList<>();
        SettingSource microProfile = MicroProfileSource.find(loader);
        if (microProfile != null) {
            sources.add(microProfile);
        }
        sources.add(new SystemPropertySource());
        sources.add(new PropertiesFileSource(loader, problems));
        return from(sources, problems);
    }

    static Settings from(List<SettingSource> sources, Collection<String> problems) {
        Settings settings = new Settings(sources);
        for (SettingSource source : sources) {
            for (Setting setting : Setting.values()) {
                String value = source.value(setting.key());
                if (value != null && !value.isBlank()) {
                    settings.values.putIfAbsent(setting, new Value(value.trim(), source.description()));
                }
            }
        }
        rejectUnknown(sources, problems);
        return settings;
    }

    private static void rejectUnknown(List<SettingSource> sources, Collection<String> problems) {
        List<String> known =
                Arrays.stream(Setting.values()).map(Setting::key).sorted().toList();
        List<String> rejected = new ArrayList<>();
        for (SettingSource source : sources) {
            for (String name : source.names()) {
                // MicroProfile Config shows the system properties, too
                if (name.startsWith(Setting.PREFIX)
                        && !known.contains(name)
                        && !Setting.OF_ADAPTERS.contains(name)
                        && !rejected.contains(name)) {
                    rejected.add(name);
                    problems.add(MESSAGES.unknownName(
                            name, source.description(), Nearest.to(name, known), String.join(", ", known)));
                }
            }
        }
    }

    /** Ends the use of what was read from, at the end of the application; the values stay. */
    public void release() {
        sources.forEach(SettingSource::release);
    }

    /**
     * The value of a setting as it was written.
     *
     * @param setting the setting
     * @return the value without spaces around it, or {@code null} if it is not set
     */
    public @Nullable String value(Setting setting) {
        Value value = values.get(setting);
        return value == null ? null : value.text;
    }

    /**
     * The value of a setting that is on or off.
     *
     * @param setting the setting
     * @param problems takes a message if the value is wrong
     * @return whether it is on; {@code false} if it is not set
     */
    public boolean isOn(Setting setting, Collection<String> problems) {
        String value = value(setting);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (!value.equals("true")) {
            problems.add(wrongValue(setting, List.of("true", "false"), ""));
        }
        return true;
    }

    /**
     * How maps behave that say nothing themselves, in persistence units that say nothing either.
     *
     * @param problems takes a message for each wrong value
     * @return the options; {@code DEFAULT} where nothing is set
     */
    public IdentityMapOptions options(Collection<String> problems) {
        return new IdentityMapOptions(
                constant(Setting.FRESHNESS, Freshness.DEFAULT, problems),
                constant(Setting.DIVERGENCE, Divergence.DEFAULT, problems),
                constant(Setting.RETENTION, Retention.DEFAULT, problems),
                constant(Setting.LAZY_LOADING, LazyLoading.DEFAULT, problems),
                constant(Setting.LAZY_LOAD_REPORT, LazyLoadReport.DEFAULT, problems));
    }

    private <E extends Enum<E>> E constant(Setting setting, E unset, Collection<String> problems) {
        String value = value(setting);
        List<String> possible = new ArrayList<>();
        for (E constant : unset.getDeclaringClass().getEnumConstants()) {
            if (value == null || constant.name().equalsIgnoreCase(value)) {
                return value == null ? unset : constant;
            }
            possible.add(constant.name().toLowerCase(Locale.ROOT));
        }
        problems.add(wrongValue(setting, possible, ""));
        return unset;
    }

    /**
     * The message about a wrong value.
     *
     * @param setting a setting that is set
     * @param possible what it could be
     * @param furtherPossible what else it could be, in words
     * @return the message with its id
     */
    public String wrongValue(Setting setting, List<String> possible, String furtherPossible) {
        Value value = values.get(setting);
        String text = value == null ? "" : value.text;
        String source = value == null ? "" : value.source;
        return MESSAGES.wrongValue(
                setting.key(), source, text, Nearest.to(text, possible), String.join(", ", possible) + furtherPossible);
    }

    private record Value(String text, String source) {}
}

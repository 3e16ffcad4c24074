package io.github.selfsame.internal.settings;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A place in which settings are looked for. */
interface SettingSource {

    /** The value of a setting, or null. */
    @Nullable String value(String key);

    /** The names that begin with the prefix of settings, unknown ones included. */
    Collection<String> names();

    /** The place, for messages. */
    String description();

    /** Makes others forget what they keep for the application because this source was read. */
    default void release() {}
}

package io.github.selfsame.internal.settings;

import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageBundle;

/** Messages about settings, ids 400 to 449. */
@MessageBundle(projectCode = "SELFSAME")
interface SettingsMessages {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    SettingsMessages MESSAGES = SettingsMessages_$bundle.INSTANCE;

    @Message(id = 400, value = "The setting %s (from %s) is unknown. Did you mean %s? All settings are: %s")
    String unknownName(String name, String source, String nearest, String all);

    @Message(
            id = 401,
            value = "The setting %s (from %s) has the wrong value '%s'. Did you mean '%s'? Possible values are: %s")
    String wrongValue(String name, String source, String value, String nearest, String all);

    @Message(id = 402, value = "The settings in %s can't be read: %s. Correct the file, or remove it")
    String unreadable(String file, String cause);
}

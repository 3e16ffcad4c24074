package io.github.selfsame.eclipselink.internal;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the adapter logs, ids 2050 to 2099. */
@MessageLogger(projectCode = "SELFSAME")
interface AdapterLogger extends BasicLogger {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    AdapterLogger LOGGER = new AdapterLogger_$logger(Logger.getLogger("io.github.selfsame.eclipselink"));

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 2050,
            value =
                    "An instance of %s could not be %s by the identity map; reads of it go on as without the library. This is"
                            + " said once for each cause. Please report it with the stack trace")
    void failed(String type, String action, @Cause Throwable cause);
}

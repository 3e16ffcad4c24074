package io.github.selfsame.internal.observing;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What is logged about observing, ids 600 to 649. */
@MessageLogger(projectCode = "SELFSAME")
interface ObservingLogger extends BasicLogger {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    ObservingLogger LOGGER = new ObservingLogger_$logger(Logger.getLogger("io.github.selfsame"));

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 600,
            value = "The statistics of the identity maps of the application %s can't be shown in JMX. They can still be"
                    + " read by IdentityMaps.statistics()")
    void notInJmx(String application, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 601,
            value = "The statistics %s could not be taken out of JMX when their application ended. Unregister them, or"
                    + " restart the server")
    void notOutOfJmx(String name, @Cause Throwable cause);
}

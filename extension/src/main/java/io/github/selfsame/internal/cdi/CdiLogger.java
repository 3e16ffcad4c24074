package io.github.selfsame.internal.cdi;

import io.github.selfsame.IdentityMapStatistics;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the CDI layer logs, ids 250 to 299. */
@MessageLogger(projectCode = "SELFSAME")
interface CdiLogger extends BasicLogger {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    CdiLogger LOGGER = new CdiLogger_$logger(Logger.getLogger("io.github.selfsame"));

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 250,
            value = "An observer of the event @%s(IdentityMapScoped.class) has failed; the identity map ends"
                    + " nevertheless. Correct the observer")
    void observerFailed(String event, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 251,
            value = "The @IdentityMapScoped bean %s could not be destroyed; the identity map ends nevertheless. Correct"
                    + " its @PreDestroy method")
    void destructionFailed(String bean, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(
            id = 252,
            value = "The setting selfsame.map-for-every could not be followed in an instance of @%s; what is read there"
                    + " is read without an identity map. This is logged once. Correct the cause, or the setting")
    void noMapOfScope(String scope, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 253, value = "An identity map has ended: %s")
    void statistics(IdentityMapStatistics statistics);
}

package io.github.selfsame.internal.activation;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What is logged about making maps current, ids 150 to 199. */
@MessageLogger(projectCode = "SELFSAME")
interface ActivationLogger extends BasicLogger {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    ActivationLogger LOGGER = new ActivationLogger_$logger(Logger.getLogger("io.github.selfsame"));

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 150,
            value = "%d identity map activations that were begun on thread '%s' were never closed; they end now, with"
                    + " the call or the request that began before them. Use try-with-resources for IdentityMaps.open(), resume() and"
                    + " bypass()")
    void forgotten(int activations, String thread);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 151,
            value =
                    "An identity map was asked for with %s, but the one that is there already behaves as %s says, and was"
                            + " taken as it is. Let the outer call or the scope have the options, or use nesting = NEW. This is"
                            + " said once for each combination")
    void joinedAsItIs(String asked, String actual, @Cause Throwable place);
}

package io.github.selfsame.internal.map;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What is logged about an identity map, ids 50 to 99. */
@MessageLogger(projectCode = "SELFSAME")
interface MapLogger extends BasicLogger {

    // named directly: the look-up methods differ between the versions of JBoss Logging that servers bring with them
    MapLogger LOGGER = new MapLogger_$logger(Logger.getLogger("io.github.selfsame"));

    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 50,
            value = "In an identity map that ends now, %d associations were loaded lazily again and again: %s. Prefetch"
                    + " them, or set selfsame.lazy-loading to peers")
    void repeatedLazyLoads(int associations, String loads);
}

package io.github.selfsame.internal.observing;

import static io.github.selfsame.internal.observing.ObservingLogger.LOGGER;

import io.github.selfsame.internal.map.MapTotals;
import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** Shows the totals of one application in JMX while it runs; several applications in one JVM have names of their own. */
public final class JmxRegistration {

    private static final String DOMAIN = "io.github.selfsame:type=IdentityMaps,application=";
    private static final int MOST_NAMESAKES = 1_000;

    private @Nullable ObjectName name;

    /** Creates something that is not registered. */
    public JmxRegistration() {}

    /**
     * Begins to show totals. An application works without it: what goes wrong is logged.
     *
     * @param totals the totals
     */
    public synchronized void begin(MapTotals totals) {
        String application = applicationName();
        try {
            for (int namesake = 1; name == null && namesake <= MOST_NAMESAKES; namesake++) {
                name = register(totals, namesake == 1 ? application : application + "-" + namesake);
            }
        } catch (JMException | SecurityException e) {
            LOGGER.notInJmx(application, e);
        }
    }

    /** Ends what has begun. */
    public synchronized void end() {
        ObjectName registered = name;
        if (registered != null) {
            name = null;
            try {
                server().unregisterMBean(registered);
            } catch (JMException | SecurityException e) {
                LOGGER.notOutOfJmx(registered.toString(), e);
            }
        }
    }

    private static @Nullable ObjectName register(MapTotals totals, String application) throws JMException {
        ObjectName wanted = new ObjectName(DOMAIN + ObjectName.quote(application));
        try {
            return server().registerMBean(new TotalsBean(totals), wanted).getObjectName();
        } catch (InstanceAlreadyExistsException e) {
            // of another application
            return null;
        }
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    @SuppressWarnings("BanJNDI") // a fixed name, which the server itself answers
    private static String applicationName() {
        try {
            return String.valueOf(InitialContext.<Object>doLookup("java:app/AppName"));
        } catch (NamingException | RuntimeException e) {
            // not on a server
            return "default";
        }
    }
}

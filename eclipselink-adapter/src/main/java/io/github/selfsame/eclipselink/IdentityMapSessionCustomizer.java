package io.github.selfsame.eclipselink;

import io.github.selfsame.eclipselink.internal.SessionInstallation;
import io.github.selfsame.eclipselink.internal.prefetch.AssociationLoader;
import io.github.selfsame.eclipselink.internal.query.QueryHooks;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Connects a persistence unit with the identity map. This is the one line that {@code persistence.xml} needs:
 *
 * <pre>{@code
 * <property name="eclipselink.session.customizer"
 *           value="io.github.selfsame.eclipselink.IdentityMapSessionCustomizer"/>
 * }</pre>
 *
 * <p>A unit that has a customizer of its own names it in the property {@value #NEXT_CUSTOMIZER}; it is called first.
 *
 * <p>Without a current identity map the unit works as if the line were not there (rule R18).
 */
public final class IdentityMapSessionCustomizer implements SessionCustomizer {

    /** The persistence-unit property that names the session customizer to call before this one. */
    public static final String NEXT_CUSTOMIZER = "selfsame.session.customizer";

    /** Called by EclipseLink. */
    public IdentityMapSessionCustomizer() {}

    /**
     * Called by EclipseLink for each session of the unit, before it logs in.
     *
     * @param session the unit's session
     * @throws Exception if the next customizer can't be loaded or fails
     */
    @Override
    public void customize(Session session) throws Exception {
        SessionInstallation.install(session, NEXT_CUSTOMIZER, new AssociationLoader(), new QueryHooks());
    }
}

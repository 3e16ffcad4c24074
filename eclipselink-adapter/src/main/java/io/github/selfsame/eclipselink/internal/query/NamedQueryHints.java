package io.github.selfsame.eclipselink.internal.query;

import static io.github.selfsame.eclipselink.internal.query.QueryMessages.MESSAGES;

import io.github.selfsame.spi.Nearest;
import org.eclipse.persistence.internal.jpa.JPAQuery;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.sessions.Session;

/** The hints of a unit's named queries. */
final class NamedQueryHints {

    private NamedQueryHints() {}

    /**
     * Checks them.
     *
     * @throws io.github.selfsame.IdentityMapDeploymentException if one has a name that begins like ours and is none
     */
    static void check(Session session) {
        for (DatabaseQuery query : session.getProject().getJPAQueries()) {
            if (query instanceof JPAQuery named && named.getHints() != null) {
                for (String hint : named.getHints().keySet()) {
                    if (hint.startsWith(HintNames.PREFIX) && !HintNames.ALL.contains(hint)) {
                        throw MESSAGES.unknownHint(
                                named.getName(),
                                hint,
                                Nearest.to(hint, HintNames.ALL),
                                String.join(", ", HintNames.ALL));
                    }
                }
            }
        }
    }
}

package io.github.selfsame.eclipselink.jta;

import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.sessions.ExternalTransactionController;

/** A server with nothing but {@link Transactions}. */
public final class Platform extends ServerPlatformBase {

    public Platform(DatabaseSession session) {
        super(session);
        disableRuntimeServices();
    }

    @Override
    public Class<? extends ExternalTransactionController> getExternalTransactionControllerClass() {
        return TransactionController.class;
    }
}

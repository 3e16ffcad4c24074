package io.github.selfsame.eclipselink.jta;

import jakarta.transaction.TransactionManager;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Connects EclipseLink with {@link Transactions}. */
public final class TransactionController extends JTATransactionController {

    @Override
    protected TransactionManager acquireTransactionManager() {
        return Transactions.INSTANCE;
    }
}

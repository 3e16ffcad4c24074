package io.github.selfsame.sample.measure;

import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Login;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ConnectionPool;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Puts a proxy that counts in front of the server's data source, so that every statement is counted that EclipseLink
 * sends to the database, whatever made it do so.
 */
public class CountingCustomizer implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        countWhatGoesThrough(session.getDatasourceLogin());
        if (session instanceof ServerSession server) {
            countWhatGoesThrough(server.getReadConnectionPool().getLogin());
            server.getConnectionPools().values().stream()
                    .map(ConnectionPool::getLogin)
                    .forEach(CountingCustomizer::countWhatGoesThrough);
        }
    }

    private static void countWhatGoesThrough(Login login) {
        if (login instanceof DatasourceLogin datasourceLogin
                && datasourceLogin.getConnector() instanceof JNDIConnector connector) {
            connector.setDataSource(CountingDataSource.around(connector.getDataSource()));
        }
    }
}

package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Playlist;
import io.github.selfsame.eclipselink.testing.Database;
import java.sql.Timestamp;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorCustomizer;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.history.AsOfClause;
import org.eclipse.persistence.history.HistoryPolicy;
import org.eclipse.persistence.queries.ReadAllQuery;
import org.eclipse.persistence.sessions.Session;

/** Where the former rows of {@link Playlist} are. */
public final class FormerRows implements DescriptorCustomizer {

    /** The table of the former rows. */
    static final String TABLE = "PLAYLIST_HISTORY";

    private static final String LONG_AGO = "2021-01-01 00:00:00";

    @Override
    public void customize(ClassDescriptor descriptor) {
        HistoryPolicy policy = new HistoryPolicy();
        policy.addHistoryTableName("PLAYLIST", TABLE);
        policy.addStartFieldName("BEGINS");
        policy.addEndFieldName("ENDS");
        descriptor.setHistoryPolicy(policy);
    }

    static void createTable(Database database) {
        database.execute("create table " + TABLE
                + " (id bigint, version integer, name varchar(255), begins timestamp, ends timestamp)");
    }

    /** Makes what is there valid since long. */
    static void makeOld(Database database) {
        database.execute("update " + TABLE + " set begins = timestamp '" + LONG_AGO + "'");
    }

    /** All as they were before any program. */
    @SuppressWarnings("unchecked")
    static List<Playlist> read(Session session) {
        ReadAllQuery query = new ReadAllQuery(Playlist.class);
        query.setAsOfClause(new AsOfClause(Timestamp.valueOf("2022-01-01 00:00:00")));
        query.addOrdering(new ExpressionBuilder().get("id"));
        query.dontMaintainCache();
        return (List<Playlist>) session.executeQuery(query);
    }
}

package io.github.selfsame.eclipselink.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.util.Map;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.history.AsOfClause;
import org.eclipse.persistence.queries.ReadObjectQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HistoryTest extends ContractTest {

    private static final AsOfClause LONG_AGO = new AsOfClause(Timestamp.valueOf("2020-06-01 00:00:00"));

    HistoryTest() {
        super("history");
    }

    @Override
    protected Map<String, Object> unitProperties() {
        // of isolated entities EclipseLink reads nothing as of another time
        return Map.of("eclipselink.cache.shared.Price", "true");
    }

    @Override
    protected void fill() {
        database.execute("create table PRICE_HISTORY (id bigint, version integer, amount integer, begins timestamp,"
                + " ends timestamp)");
        transact(em -> em.persist(new Price(1, 20)));
        database.execute("update PRICE_HISTORY set begins = timestamp '2021-01-01 00:00:00'");
        database.execute("insert into PRICE_HISTORY values (1, 1, 10, timestamp '2020-01-01 00:00:00',"
                + " timestamp '2021-01-01 00:00:00')");
    }

    @Test
    @DisplayName("B9, R2: what is read as of an earlier time never enters the map, and takes nothing out of it")
    void asOf() {
        Price former = read(HistoryTest::longAgo);
        assertThat(former.getAmount()).isEqualTo(10);
        Price price = read(em -> em.find(Price.class, 1L));
        assertThat(price.getAmount()).isEqualTo(20);
        assertThat(price).isNotSameAs(former);

        Price again = read(HistoryTest::longAgo);
        assertThat(again.getAmount()).isEqualTo(10);
        assertThat(again).isNotSameAs(price);
        assertThat(price.getAmount()).isEqualTo(20);
        assertThat(activation.map().contains(former)).isFalse();
        assertThat(this.<Price>read(em -> em.find(Price.class, 1L))).isSameAs(price);
    }

    @Test
    @DisplayName("B9, R2: a historical session reads nothing from the map and writes nothing to it")
    void historicalSession() {
        Price price = read(em -> em.find(Price.class, 1L));
        Session historical =
                factory.unwrap(ServerSession.class).acquireClientSession().acquireHistoricalSession(LONG_AGO);
        Price former = (Price) historical.readObject(
                Price.class, new ExpressionBuilder().get("id").equal(1L));
        historical.release();

        assertThat(former.getAmount()).isEqualTo(10);
        assertThat(former).isNotSameAs(price);
        assertThat(this.<Price>read(em -> em.find(Price.class, 1L))).isSameAs(price);
        assertThat(price.getAmount()).isEqualTo(20);
    }

    @Test
    @DisplayName("B9, R4: an adopted instance that is changed leaves its former row in the history")
    void historyIsWritten() {
        Price price = read(em -> em.find(Price.class, 1L));
        transact(em -> {
            assertThat(em.find(Price.class, 1L)).isSameAs(price);
            price.setAmount(30);
            assertThat(longAgo(em).getAmount()).isEqualTo(10);
            assertThat(price.getAmount()).isEqualTo(30);
        });
        assertThat(this.<Object>read(em -> em.createNativeQuery("select count(*) from PRICE_HISTORY")
                        .getSingleResult()))
                .isEqualTo(3L);
    }

    private static Price longAgo(EntityManager em) {
        ReadObjectQuery query = new ReadObjectQuery(Price.class);
        query.setSelectionCriteria(new ExpressionBuilder().get("id").equal(1L));
        query.setAsOfClause(LONG_AGO);
        query.dontMaintainCache();
        return (Price) em.unwrap(Session.class).executeQuery(query);
    }
}

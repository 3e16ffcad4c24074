package io.github.selfsame.tests.transactionscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.IdentityMap;
import io.github.selfsame.tests.support.DeliberateException;
import io.github.selfsame.tests.support.InContainerTest;
import io.github.selfsame.tests.support.TestWar;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TransactionScopeIT extends InContainerTest {

    @Inject
    private JoiningLedger joining;

    @Inject
    private TransactionalLedger transactional;

    @Inject
    private SeparateLedger separate;

    @Inject
    private EnterpriseLedger enterprise;

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    @Deployment
    static WebArchive application() {
        return TestWar.named("transaction-scope").with(TransactionScopeIT.class);
    }

    @Test
    @DisplayName("S1: all calls in a transaction share a map, which ends with the commit")
    void committed() throws Exception {
        transaction.begin();
        IdentityMap map = joining.read();

        assertThat(joining.read()).isSameAs(map);
        assertThat(transactional.read()).isSameAs(map);
        assertThat(enterprise.read()).isSameAs(map);
        assertThat(maps.current()).as("between the calls").isEmpty();
        assertThat(map.isOpen()).isTrue();
        assertThat(map.size()).isEqualTo(1);
        transaction.commit();

        hasEnded(map);
        transaction.begin();
        assertThat(joining.read()).isNotSameAs(map);
        transaction.commit();
    }

    @Test
    @DisplayName("S1, D1: the map ends with the rollback")
    void rolledBack() throws Exception {
        transaction.begin();
        IdentityMap map = joining.rename("Never");
        transaction.rollback();

        hasEnded(map);
        assertThat(database.title(1)).isEqualTo("One");
    }

    @Test
    @DisplayName("S1: @Transactional and the map of the transaction work on one type")
    void onOneType() {
        IdentityMap map = transactional.rename("New");

        hasEnded(map);
        assertThat(database.title(1)).isEqualTo("New");
        assertThat(transactional.read()).isNotSameAs(map);
    }

    @Test
    @DisplayName("S1, D1: a call that fails takes its transaction and its map along")
    void failing() {
        AtomicReference<IdentityMap> map = new AtomicReference<>();

        assertThatThrownBy(() -> transactional.renameAndFail(map::set)).isInstanceOf(DeliberateException.class);
        hasEnded(map.get());

        assertThatThrownBy(() -> enterprise.renameAndFail(map::set)).hasRootCauseInstanceOf(DeliberateException.class);
        hasEnded(map.get());
        assertThat(database.title(1)).isEqualTo("One");
    }

    @Test
    @DisplayName("S1: the map of an enterprise bean's transaction lives until the commit, after the interceptors")
    void enterpriseBean() {
        IdentityMap map = enterprise.rename("New");

        hasEnded(map);
        assertThat(database.title(1)).isEqualTo("New");
    }

    @Test
    @DisplayName("S1: a call with a transaction of its own has the map of that one")
    void requiresNew() throws Exception {
        transaction.begin();
        IdentityMap map = joining.read();
        IdentityMap other = separate.read();

        assertThat(other).isNotSameAs(map);
        hasEnded(other);
        assertThat(map.isOpen()).isTrue();
        transaction.commit();
        hasEnded(map);
    }

    @Test
    @DisplayName("S1: without a transaction the call is not made, and the exception says why")
    void withoutTransaction() {
        assertThatExceptionOfType(ContextNotActiveException.class)
                .isThrownBy(() -> joining.read())
                .withMessageContaining("SELFSAME000208");
    }

    private static void hasEnded(IdentityMap map) {
        assertThat(map.isOpen()).isFalse();
        assertThat(map.size()).isZero();
    }
}

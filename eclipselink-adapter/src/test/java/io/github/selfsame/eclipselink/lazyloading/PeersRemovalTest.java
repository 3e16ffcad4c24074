package io.github.selfsame.eclipselink.lazyloading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.model.Invoice;
import io.github.selfsame.eclipselink.model.InvoiceLine;
import io.github.selfsame.eclipselink.model.ModelTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Collections whose elements are removed with their owner. */
class PeersRemovalTest extends ModelTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName(
            "C1, P13: a child that is moved away survives the removal of its parent, though peers of the parent were touched")
    void movedChild(boolean removesFirst) {
        reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
        long moved = inTransaction(em -> {
            List<Invoice> invoices = em.createQuery("select i from Invoice i order by i.id", Invoice.class)
                    .getResultList();
            InvoiceLine line = em.createQuery(
                            "select l from InvoiceLine l where l.invoice.id = :id order by l.id", InvoiceLine.class)
                    .setParameter("id", invoices.get(1).getId())
                    .getResultList()
                    .get(0);
            if (removesFirst) {
                line.setInvoice(invoices.get(0));
                em.remove(invoices.get(1));
                load(invoices.get(0).getLines());
            } else {
                load(invoices.get(0).getLines());
                line.setInvoice(invoices.get(0));
                em.remove(invoices.get(1));
            }
            return line.getId();
        });
        reopen(IdentityMapOptions.DEFAULTS);
        factory.getCache().evictAll();
        assertThat(this.<InvoiceLine>read(em -> em.find(InvoiceLine.class, moved)))
                .isNotNull();
    }
}

package io.github.selfsame.eclipselink.lazyloading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import io.github.selfsame.eclipselink.model.Invoice;
import io.github.selfsame.eclipselink.model.InvoiceLine;
import io.github.selfsame.eclipselink.model.ModelTest;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Random programs that touch, move and remove what is removed with its owner, for peers and with plain EclipseLink. The system
 * properties {@code removal.programs} and {@code removal.seed} make more of them, or others.
 */
class RandomRemovalTest extends ModelTest {

    private static final long SEED = Long.getLong("removal.seed", 1);
    private static final int PROGRAMS = Integer.getInteger("removal.programs", 200);
    private static final int INVOICES = 4;

    @Override
    protected void fill() {
        transact(em -> {
            for (int number = 0; number < INVOICES; number++) {
                Invoice invoice = new Invoice();
                invoice.setName("invoice " + number);
                for (int line = 0; line < number; line++) {
                    addLine(invoice, "line " + number + line);
                }
                em.persist(invoice);
            }
        });
    }

    private static void addLine(Invoice invoice, String name) {
        InvoiceLine line = new InvoiceLine();
        line.setName(name);
        line.setInvoice(invoice);
        invoice.getLines().add(line);
    }

    /** What is done to some invoice and some line. */
    private enum Step {
        TOUCH((em, invoice, line) -> load(invoice.getLines())),
        TOUCH_AGAIN((em, invoice, line) -> load(invoice.getLines())),
        MOVE((em, invoice, line) -> line.setInvoice(invoice)),
        MOVE_BOTH_SIDES((em, invoice, line) -> {
            line.getInvoice().getLines().remove(line);
            line.setInvoice(invoice);
            invoice.getLines().add(line);
        }),
        ADD((em, invoice, line) -> addLine(invoice, "added")),
        ORPHAN((em, invoice, line) -> line.getInvoice().getLines().remove(line)),
        CLEAR_LINES((em, invoice, line) -> invoice.getLines().clear()),
        REPLACE_LINES((em, invoice, line) -> invoice.setLines(new ArrayList<>(List.of(line)))),
        REMOVE((em, invoice, line) -> em.remove(invoice)),
        REMOVE_LINE((em, invoice, line) -> em.remove(line)),
        REFRESH((em, invoice, line) -> em.refresh(invoice)),
        RENAME((em, invoice, line) -> line.setName("renamed")),
        FLUSH((em, invoice, line) -> em.flush()),
        QUERY((em, invoice, line) ->
                em.createQuery("select count(l) from InvoiceLine l").getSingleResult()),
        BULK_DELETE((em, invoice, line) -> em.createQuery("delete from InvoiceLine l where l.invoice = :invoice")
                .setParameter("invoice", invoice)
                .executeUpdate());

        @SuppressWarnings("ImmutableEnumChecker") // functions without state
        private final Action action;

        Step(Action action) {
            this.action = action;
        }
    }

    private interface Action {
        void run(EntityManager em, Invoice invoice, InvoiceLine line);
    }

    /** What a program has seen and written, and how many reads it took. */
    private record Outcome(List<String> seen, int reads) {}

    @Test
    @DisplayName(
            "C1, R20, P13: what is removed with its owner is removed as without the library, whatever was loaded for peers")
    void asWithoutTheLibrary() {
        for (long seed = SEED; seed < SEED + PROGRAMS; seed++) {
            long program = seed;
            factory.getCache().evictAll();
            Outcome plain;
            try (IdentityMapActivation bypass = maps.bypass()) {
                assertThat(bypass).isNotNull();
                plain = run(program);
            }
            factory.getCache().evictAll();
            reopen(IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS));
            Outcome peers = run(program);
            assertThat(peers.seen()).as("program %d", program).isEqualTo(plain.seen());
            assertThat(peers.reads())
                    .as("reads of program %d: %s", program, peers.seen())
                    // EclipseLink itself looks for the target of a reference that has gone: its cache may have that
                    .isLessThanOrEqualTo(plain.reads() + (SHARED_CACHE ? 1 : 0));
        }
    }

    private Outcome run(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        List<String> seen = new ArrayList<>();
        int reads = read(em -> {
            em.getTransaction().begin();
            try {
                database.forget();
                run(em, random, seen);
                // new keys are fetched now and then
                return (int) database.statements().stream()
                        .filter(statement -> statement.startsWith("SELECT") && statement.contains("FROM INVOICE"))
                        .count();
            } finally {
                em.getTransaction().rollback();
            }
        });
        return new Outcome(seen, reads);
    }

    private static void run(EntityManager em, Random random, List<String> seen) {
        List<Invoice> invoices = em.createQuery("select i from Invoice i order by i.name", Invoice.class)
                .getResultList();
        List<InvoiceLine> lines = em.createQuery("select l from InvoiceLine l order by l.name", InvoiceLine.class)
                .getResultList();
        try {
            for (int step = 2 + random.nextInt(8); step >= 0; step--) {
                Step next = Step.values()[random.nextInt(Step.values().length)];
                int invoice = random.nextInt(invoices.size());
                int line = random.nextInt(lines.size());
                seen.add(next + " " + invoice + " " + lines.get(line).getName());
                next.action.run(em, invoices.get(invoice), lines.get(line));
                if (next == Step.TOUCH) {
                    invoices.get(invoice)
                            .getLines()
                            .forEach(touched -> seen.add(touched.getName() + em.contains(touched)));
                }
            }
            em.flush();
            seen.addAll(rows(em, "select name, 'exists' from Invoice order by name"));
            seen.addAll(rows(
                    em,
                    "select l.name, i.name from InvoiceLine l left join Invoice i on l.invoice_id = i.id"
                            + " order by l.name, i.name"));
        } catch (RuntimeException e) {
            seen.add(e.getClass().getName());
        }
    }

    private static List<String> rows(EntityManager em, String sql) {
        List<String> rows = new ArrayList<>();
        for (Object row : em.createNativeQuery(sql).getResultList()) {
            rows.add(Arrays.toString((Object[]) row));
        }
        return rows;
    }
}

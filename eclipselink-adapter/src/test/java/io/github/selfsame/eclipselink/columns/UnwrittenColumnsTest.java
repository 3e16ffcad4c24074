package io.github.selfsame.eclipselink.columns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.testing.ContractTest;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an entity shows of its row, but does not write, is known from the row only. */
class UnwrittenColumnsTest extends ContractTest {

    UnwrittenColumnsTest() {
        super("columns");
    }

    /** The shared cache takes what was committed from the instance, with or without the library. */
    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of("eclipselink.cache.shared.default", "false");
    }

    @Override
    protected void fill() {
        database.execute("ALTER TABLE PART DROP COLUMN GROSS");
        database.execute("ALTER TABLE PART ADD COLUMN GROSS INT GENERATED ALWAYS AS (WEIGHT + 1)");
        transact(em -> {
            Bin bin = new Bin(1);
            em.persist(bin);
            em.persist(new Bin(2));
            em.persist(new Part(1, bin, 1L, 10));
            em.persist(new Stamp(1, "rose"));
        });
    }

    @Test
    @DisplayName("R6, R7: a foreign key that is shown as a value too is that of the new target after a commit")
    void keyOfReference() {
        Part part = read(em -> em.find(Part.class, 1L));
        assertThat(part.getSpareId()).isEqualTo(1);

        transact(em -> em.find(Part.class, 1L).setSpare(em.find(Bin.class, 2L)));

        assertThat(this.<Part>read(em -> em.find(Part.class, 1L))).isSameAs(part);
        assertThat(part.getSpareId()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "R6, R7, R20: a reference over a column that is written as a value, and its other side, follow that value")
    void referenceOfKey() {
        Part part = read(em -> {
            load(em.find(Bin.class, 1L).getParts());
            load(em.find(Bin.class, 2L).getParts());
            return em.find(Bin.class, 1L).getParts().get(0);
        });
        assertThat(part.getBin().getId()).isEqualTo(1);

        transact(em -> em.find(Part.class, 1L).setBinId(2L));

        assertThat(this.<Part>read(em -> {
                    assertThat(em.find(Bin.class, 1L).getParts()).isEmpty();
                    assertThat(em.find(Bin.class, 2L).getParts()).hasSize(1);
                    assertThat(em.find(Part.class, 1L).getBin().getId()).isEqualTo(2);
                    return em.find(Part.class, 1L);
                }))
                .isSameAs(part);
    }

    @Test
    @DisplayName("R6, R7: what the database computes is read after a commit, whatever was changed")
    void computed() {
        Part part = read(em -> em.find(Part.class, 1L));
        assertThat(part.getSums().getGross()).isEqualTo(11);

        transact(em -> em.find(Part.class, 1L).setWeight(20));

        assertThat(this.<Part>read(em -> em.find(Part.class, 1L)).getSums().getGross())
                .isEqualTo(21);
    }

    @Test
    @DisplayName("R7: what was persisted has the values of its row for the next context, in the same instance")
    void persisted() {
        Part part = new Part(2, null, 2L, 30);
        transact(em -> {
            part.setSpare(em.find(Bin.class, 1L));
            em.persist(part);
        });

        Part found = read(em -> {
            Part again = em.find(Part.class, 2L);
            assertThat(again.getBin().getId()).isEqualTo(2);
            return again;
        });

        assertThat(found).isSameAs(part);
        assertThat(found.getSpareId()).isEqualTo(1);
        assertThat(found.getSums().getGross()).isEqualTo(31);
    }

    @Test
    @DisplayName("R5, R6: what was assigned and is never written is gone after the commit")
    void assignedInVain() {
        transact(em -> {
            Part part = em.find(Part.class, 1L);
            part.setSpareId(99L);
            part.setOrigin("elsewhere");
        });

        Part found = read(em -> em.find(Part.class, 1L));

        assertThat(found.getSpareId()).isEqualTo(1);
        assertThat(found.getOrigin()).isEqualTo("here");
    }

    @Test
    @DisplayName("R4: what only the row could tell, but has not changed, is no reason to read an instance again")
    void nothingToRead() {
        transact(em -> em.find(Stamp.class, 1L).setPrice(5));

        int statements = statements(() -> read(em -> em.find(Stamp.class, 1L)));

        assertThat(statements).isZero();
    }
}

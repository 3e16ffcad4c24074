package io.github.selfsame.eclipselink.cascades;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.testing.ContractTest;
import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the database deletes along with a row, without a word to anybody. */
class CascadeOnDeleteTest extends ContractTest {

    CascadeOnDeleteTest() {
        super("cascades");
    }

    @Override
    protected void fill() {
        transact(em -> {
            // EclipseLink's own schema has this for collections only
            em.createNativeQuery("ALTER TABLE PIN DROP CONSTRAINT FK_PIN_SLOT_ID")
                    .executeUpdate();
            em.createNativeQuery("ALTER TABLE PIN ADD FOREIGN KEY (SLOT_ID) REFERENCES SLOT (ID) ON DELETE CASCADE")
                    .executeUpdate();
            for (long id = 1; id <= 2; id++) {
                Rack rack = new Rack(id);
                Slot slot = new Slot(id, rack);
                rack.getSlots().add(slot);
                Pin pin = new Pin(id, slot);
                slot.setPin(pin);
                em.persist(rack);
                em.persist(slot);
                em.persist(pin);
            }
        });
    }

    /** How the first rack is deleted. */
    enum Way {
        REMOVE(em -> {
            em.remove(em.find(Rack.class, 1L));
            em.flush();
        }),
        BULK(em -> em.createQuery("delete from Rack r where r.id = 1").executeUpdate());

        @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
        private final Consumer<EntityManager> delete;

        Way(Consumer<EntityManager> delete) {
            this.delete = delete;
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "R7, R11, R20: what the database has deleted along with a row, and along with that, is found no longer")
    void afterCommit(Way way) {
        readAll();

        transact(way.delete);

        assertThat(this.<Slot>read(em -> em.find(Slot.class, 1L))).isNull();
        assertThat(this.<Pin>read(em -> em.find(Pin.class, 1L))).isNull();
        assertThat(this.<Pin>read(em -> em.find(Slot.class, 2L).getPin()).getId())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("R3, R7, R8: the transaction finds it no longer, others do, and everybody does after a rollback")
    void beforeCommit(Way way) {
        readAll();
        EntityManager deleting = entityManager();
        deleting.getTransaction().begin();

        way.delete.accept(deleting);

        assertThat(deleting.find(Slot.class, 1L)).isNull();
        assertThat(deleting.find(Pin.class, 1L)).isNull();
        deleting.getTransaction().rollback();
        assertThat(this.<Slot>read(em -> em.find(Slot.class, 1L).getPin().getSlot())
                        .getRack()
                        .getId())
                .isEqualTo(1);
    }

    private void readAll() {
        Slot slot = read(em -> em.find(Slot.class, 1L));
        assertThat(this.<Pin>read(em -> em.find(Pin.class, 1L)).getSlot()).isSameAs(slot);
        assertThat(this.<Pin>read(em -> em.find(Pin.class, 2L)).getId()).isEqualTo(2);
    }
}

package io.github.selfsame.eclipselink.readonly;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.KennelTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReadOnlyTest extends KennelTest {

    @Test
    @DisplayName(
            "R13/B5: a read-only result is never the writable instance, in either order, and changes of it go nowhere")
    void readOnlyHint() {
        Dog before = readOnly();
        Dog writable = read(em -> em.find(Dog.class, 1L));
        Dog after = readOnly();

        assertThat(before).isNotSameAs(writable);
        assertThat(after).isNotSameAs(writable);
        transact(em -> {
            assertThat(em.find(Dog.class, 1L)).isSameAs(writable);
            writable.setName("Max");
        });
        activation.close();
        activation = maps.open();
        assertThat(this.<Dog>read(em -> em.find(Dog.class, 1L)).getName()).isEqualTo("Max");
    }

    private Dog readOnly() {
        return read(em -> em.createQuery("select d from Dog d where d.name = 'Rex'", Dog.class)
                .setHint("eclipselink.read-only", true)
                .getSingleResult());
    }
}

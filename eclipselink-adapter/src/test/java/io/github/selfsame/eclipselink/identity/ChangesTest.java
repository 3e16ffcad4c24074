package io.github.selfsame.eclipselink.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.model.Address;
import io.github.selfsame.eclipselink.model.Geo;
import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What counts as a change, on an entity whose changes EclipseLink finds by comparing, woven or not. */
class ChangesTest extends ModelTest {

    @Test
    @DisplayName("R8: to find out whether something was changed takes no statement")
    void comparingTakesNoStatement() {
        Person person = read(em -> em.find(Person.class, 2L));
        int expected = statements(() -> read(em -> em.find(Person.class, 3L)));
        int statements = statements(() -> {
            var em = entityManager();
            Person changed = em.find(Person.class, 2L);
            Address address = new Address();
            address.setGeo(new Geo());
            changed.setAddress(address);
            changed.setTags(new java.util.HashSet<>());
            em.close();
        });

        assertThat(expected).isPositive();
        assertThat(statements).isZero();
        assertThat(this.<Person>read(em -> em.find(Person.class, 2L))).isNotSameAs(person);
    }

    @Test
    @DisplayName("R5: a reference that was assigned while detached makes the instance divergent")
    void assignedReference() {
        Person person = read(em -> em.find(Person.class, 2L));
        person.setBoss(null);
        Person after = inTransaction(em -> em.find(Person.class, 2L));

        assertThat(after).isNotSameAs(person);
        assertThat(after.getBoss()).isNotNull();
    }

    @Test
    @DisplayName("R5: loading an association while detached is no change")
    void loadedReference() {
        Person person = read(em -> em.find(Person.class, 2L));
        assertThat(person.getBoss()).isNotNull();
        load(person.getTags());

        assertThat(this.<Person>inTransaction(em -> em.find(Person.class, 2L))).isSameAs(person);
    }
}

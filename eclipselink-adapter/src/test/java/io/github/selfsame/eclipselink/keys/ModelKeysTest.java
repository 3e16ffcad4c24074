package io.github.selfsame.eclipselink.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.selfsame.eclipselink.model.Animal;
import io.github.selfsame.eclipselink.model.Car;
import io.github.selfsame.eclipselink.model.Cat;
import io.github.selfsame.eclipselink.model.Circle;
import io.github.selfsame.eclipselink.model.Country;
import io.github.selfsame.eclipselink.model.CountryCode;
import io.github.selfsame.eclipselink.model.CountryCodeConverter;
import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Passport;
import io.github.selfsame.eclipselink.model.Person;
import io.github.selfsame.eclipselink.model.Puppy;
import io.github.selfsame.eclipselink.model.Room;
import io.github.selfsame.eclipselink.model.RoomId;
import io.github.selfsame.eclipselink.model.Seat;
import io.github.selfsame.eclipselink.model.SeatId;
import io.github.selfsame.eclipselink.model.Shape;
import io.github.selfsame.eclipselink.model.Ticket;
import io.github.selfsame.eclipselink.model.Token;
import io.github.selfsame.eclipselink.model.Vehicle;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of all kinds, and hierarchies. */
class ModelKeysTest extends ModelTest {

    @Test
    @DisplayName("A1, R2: a key is found by its value, in the types that the provider takes for it")
    void typesOfKeys() {
        Person person = read(em -> em.find(Person.class, 1L));
        for (Object key : new Object[] {1L, 1, (short) 1, java.math.BigDecimal.ONE}) {
            assertThat(this.<Person>read(em -> em.createQuery("select p from Person p where p.id = :id", Person.class)
                            .setParameter("id", key instanceof Long ? key : ((Number) key).longValue())
                            .getSingleResult()))
                    .isSameAs(person);
            assertThat(this.<Object>read(em -> em.createNativeQuery("select * from Person where id = ?", Person.class)
                            .setParameter(1, key)
                            .getSingleResult()))
                    .isSameAs(person);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> read(em -> em.find(Person.class, "1")));
        assertThatIllegalArgumentException().isThrownBy(() -> activation.map().find(Person.class, "1"));
    }

    @Test
    @DisplayName("A2, R2: base class and subclass look-ups meet in one instance, in each kind of hierarchy")
    void hierarchies() {
        assertOneInstance(Animal.class, Cat.class, Puppy.class, 1L);
        assertOneInstance(Vehicle.class, Car.class, io.github.selfsame.eclipselink.model.Truck.class, 1L);
        assertOneInstance(Shape.class, Circle.class, io.github.selfsame.eclipselink.model.Square.class, 1L);
    }

    private void assertOneInstance(Class<?> base, Class<?> type, Class<?> sibling, Object key) {
        Object found = read(em -> em.find(type, key));
        assertThat(found).isInstanceOf(type);
        assertThat(this.<Object>read(em -> em.find(base, key))).isSameAs(found);
        assertThat(this.<Object>read(em -> em.find(sibling, key)))
                .as("a row of another subclass")
                .isNull();
        assertThat(this.<Object>read(em -> em.find(type, key))).isSameAs(found);
        assertThat(this.<Object>read(
                        em -> em.createQuery("select e from " + base.getSimpleName() + " e where e.id = :key", base)
                                .setParameter("key", key)
                                .getSingleResult()))
                .isSameAs(found);
        assertThat(activation.map().find(sibling, key)).isNull();
    }

    @Test
    @DisplayName("A4, R2: embedded keys, key classes, converted keys, UUIDs and keys of others find one instance")
    void kindsOfKeys() {
        assertFoundAgain(Room.class, new RoomId("A", 1), new RoomId("A", 1), "e.id.building = 'A' and e.id.number = 1");
        assertFoundAgain(Seat.class, new SeatId(1, 1), new SeatId(1, 1), "e.line = 1 and e.number = 1");
        assertFoundAgain(Country.class, new CountryCode("AT"), new CountryCode("AT"), "e.id = :key");
        assertFoundAgain(Token.class, new UUID(1, 1), new UUID(1, 1), "e.id = :key");
        assertFoundAgain(Passport.class, 1L, 1L, "e.person.id = 1");
        Passport passport = read(em -> em.find(Passport.class, 1L));
        assertThat(passport.getPerson()).isSameAs(read(em -> em.find(Person.class, 1L)));
        assertThat(passport.getPerson().getPassport()).isSameAs(passport);
    }

    private <T> void assertFoundAgain(Class<T> type, Object key, Object equalKey, String condition) {
        T found = read(em -> em.find(type, key));
        assertThat(found).isNotNull();
        assertThat(this.<T>read(em -> em.find(type, equalKey))).isSameAs(found);
        assertThat(this.<T>read(em -> {
                    var query = em.createQuery("select e from " + type.getSimpleName() + " e where " + condition, type);
                    if (condition.contains(":key")) {
                        query.setParameter("key", key);
                    }
                    return query.getSingleResult();
                }))
                .isSameAs(found);
        assertThat(activation.map().find(type, equalKey)).isSameAs(found);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName(
            "R1, R2, R7: a detached instance that is persisted once more, as another row, is not that of its former row")
    void persistedAsAnotherRow(boolean commits) {
        Ticket ticket = read(em -> em.find(Ticket.class, 1L));
        EntityManager em = entityManager();
        em.getTransaction().begin();
        em.persist(ticket);
        em.flush();
        assertThat(ticket.getId()).isNotEqualTo(1L);
        if (commits) {
            em.getTransaction().commit();
        } else {
            em.getTransaction().rollback();
        }
        em.close();

        read(other -> {
            assertThat(other.find(Ticket.class, 1L)).isNotSameAs(ticket);
            assertThat(other.find(Ticket.class, 1L).getId()).isEqualTo(1L);
            assertThat(other.find(Ticket.class, ticket.getId())).isSameAs(commits ? ticket : null);
            return null;
        });
    }

    private int conversionsInCommit(String code) {
        EntityManager em = entityManager();
        em.getTransaction().begin();
        em.persist(new Country(new CountryCode(code)));
        em.flush();
        int before = CountryCodeConverter.conversions();
        em.getTransaction().commit();
        int conversions = CountryCodeConverter.conversions() - before;
        em.close();
        return conversions;
    }

    @Test
    @DisplayName("R2, R15: the converter of an identifier runs no more often in a commit than without the map")
    void convertedOnce() {
        int plain;
        try (var bypass = maps.bypass()) {
            assertThat(bypass).isNotNull();
            plain = conversionsInCommit("XX");
        }
        assertThat(conversionsInCommit("YY")).isEqualTo(plain);
    }
}

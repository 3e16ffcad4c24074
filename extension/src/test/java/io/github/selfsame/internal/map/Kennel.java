package io.github.selfsame.internal.map;

import io.github.selfsame.spi.PersistenceUnit;
import io.github.selfsame.spi.RowIdentity;
import org.jspecify.annotations.Nullable;

/** Types to put into maps, and units that know their keys. */
final class Kennel {

    private Kennel() {}

    /** Never equal to anything: the map must not ask (rules R15 and A7). */
    static class Animal {

        final long id;

        Animal(long id) {
            this.id = id;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            throw new AssertionError("equals of an entity was called");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashCode of an entity was called");
        }

        @Override
        public String toString() {
            return "animal " + id;
        }
    }

    static final class Dog extends Animal {

        Dog(long id) {
            super(id);
        }
    }

    static final class Cat extends Animal {

        Cat(long id) {
            super(id);
        }
    }

    static final class Toy {

        final long id;

        Toy(long id) {
            this.id = id;
        }
    }

    /** A unit: equal ones share instances. */
    record Unit(String name) implements PersistenceUnit {

        @Override
        public @Nullable RowIdentity rowOf(Class<?> entityType, Object primaryKey) {
            if (!(primaryKey instanceof Number number)) {
                throw new IllegalArgumentException(primaryKey + " is no key");
            }
            if (Animal.class.isAssignableFrom(entityType)) {
                return new RowIdentity(Animal.class, number.longValue());
            }
            return entityType == Toy.class ? new RowIdentity(Toy.class, number.longValue()) : null;
        }

        @Override
        public @Nullable RowIdentity rowOf(Object entity) {
            if (entity instanceof Animal animal) {
                return new RowIdentity(Animal.class, animal.id);
            }
            return entity instanceof Toy toy ? new RowIdentity(Toy.class, toy.id) : null;
        }
    }
}

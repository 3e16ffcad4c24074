package io.github.selfsame.internal.map;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.EvictionCause;
import io.github.selfsame.IdentityMapClosedException;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapStatistics;
import io.github.selfsame.IdentityMapUsageException;
import io.github.selfsame.internal.map.Kennel.Animal;
import io.github.selfsame.internal.map.Kennel.Cat;
import io.github.selfsame.internal.map.Kennel.Dog;
import io.github.selfsame.internal.map.Kennel.Toy;
import io.github.selfsame.internal.map.Kennel.Unit;
import io.github.selfsame.spi.Canonical;
import io.github.selfsame.spi.Lease;
import io.github.selfsame.spi.MapEvent;
import io.github.selfsame.spi.Partition;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ScopedIdentityMapTest {

    private final ScopedIdentityMap map = new ScopedIdentityMap(MapLifecycle.unmanaged(), IdentityMapOptions.DEFAULTS);
    private final Partition partition = requireNonNull(map.partition(new Unit("kennel")));
    private final Lease lease = partition.newLease("a context");

    @AfterEach
    void bookkeepingIsConsistent() {
        assertThat(MapInvariants.violations(map)).isEmpty();
    }

    private Canonical publish(Animal animal) {
        return publish(animal, lease);
    }

    private Canonical publish(Animal animal, Lease under) {
        return requireNonNull(partition.publish(Animal.class, animal.id, animal, under));
    }

    @Nested
    class Keys {

        @Test
        @DisplayName("R2, A2: base class and subclass look-ups meet in one instance")
        void meetsAcrossTheHierarchy() {
            Dog dog = new Dog(1);
            publish(dog);

            assertThat(map.find(Dog.class, 1L)).isSameAs(dog);
            assertThat(map.find(Animal.class, 1L)).isSameAs(dog);
        }

        @Test
        @DisplayName("A2: an id of another subclass never gives the wrong type")
        void neverGivesTheWrongType() {
            publish(new Dog(1));

            assertThat(map.find(Cat.class, 1L)).isNull();
        }

        @Test
        @DisplayName("A1: 1 and 1L find the same row")
        void leavesKeysToTheUnit() {
            Dog dog = new Dog(1);
            publish(dog);

            assertThat(map.find(Dog.class, 1)).isSameAs(dog);
        }

        @Test
        @DisplayName("R2: types that no unit maps are not in the map")
        void knowsNothingOfOtherTypes() {
            publish(new Dog(1));

            assertThat(map.find(String.class, 1L)).isNull();
            assertThat(map.contains("dog")).isFalse();
            map.evict("dog");
            assertThat(map.size()).isOne();
        }

        @Test
        @DisplayName("R2: a key of the wrong type is an error")
        void refusesWrongKeys() {
            assertThatIllegalArgumentException().isThrownBy(() -> map.find(Dog.class, "one"));
        }

        @Test
        @DisplayName("R2, A3: the same row of two units stays two instances")
        void keepsUnitsApart() {
            Partition other = requireNonNull(map.partition(new Unit("other")));
            Dog dog = new Dog(1);
            Dog stranger = new Dog(1);
            publish(dog);
            other.publish(Animal.class, 1L, stranger, other.newLease("a context"));

            assertThat(map.contains(dog)).isTrue();
            assertThat(map.contains(stranger)).isTrue();
            assertThatThrownBy(() -> map.find(Dog.class, 1L))
                    .isInstanceOf(IdentityMapUsageException.class)
                    .hasMessageContaining("SELFSAME000002")
                    .hasMessageContaining(Dog.class.getName())
                    .hasMessageContaining("2 persistence units");

            map.evict(stranger);
            assertThat(map.find(Dog.class, 1L)).isSameAs(dog);
        }

        @Test
        @DisplayName("R2: equal units share a partition")
        void sharesPartitionsBetweenEqualUnits() {
            assertThat(map.partition(new Unit("kennel"))).isSameAs(partition);
            assertThat(map.partitions()).containsExactly(partition);
        }

        @Test
        @DisplayName("R15, A7: only this very object is canonical, whatever equals would say")
        void comparesByIdentity() {
            publish(new Dog(1));

            assertThat(map.contains(new Dog(1))).isFalse();
            map.evict(new Dog(1));
            assertThat(map.size()).isOne();
        }
    }

    @Nested
    class Leases {

        @Test
        @DisplayName("R3: a published instance is leased until its lease gives it back")
        void leasesWhatIsPublished() {
            Canonical entry = publish(new Dog(1));

            assertThat(entry.lease()).isSameAs(lease);
            assertThat(lease.entries()).containsExactly(entry);

            lease.release(entry);

            assertThat(entry.lease()).isNull();
            assertThat(lease.entries()).isEmpty();
            assertThat(map.find(Dog.class, 1L)).isNotNull();
        }

        @Test
        @DisplayName("R3: a leased instance is given to nobody else")
        void leasesOnce() {
            Canonical entry = publish(new Dog(1));

            assertThat(entry.tryLease(partition.newLease("a context"))).isFalse();
            assertThat(entry.tryLease(lease)).isFalse();
            assertThat(entry.lease()).isSameAs(lease);
            assertThat(map.statistics().adoptions()).isZero();
        }

        @Test
        @DisplayName("R4: a free instance can be adopted")
        void adopts() {
            Canonical entry = publish(new Dog(1));
            lease.releaseAll();
            Lease next = partition.newLease("a context");

            assertThat(entry.tryLease(next)).isTrue();
            assertThat(entry.lease()).isSameAs(next);
            assertThat(map.statistics().adoptions()).isOne();
        }

        @Test
        @DisplayName("R3: releasing under another lease does nothing")
        void releasesOnlyItsOwn() {
            Canonical entry = publish(new Dog(1));

            partition.newLease("a context").release(entry);

            assertThat(entry.lease()).isSameAs(lease);
        }

        @Test
        @DisplayName("R3: a lease gives back what it has, in any order, and can be used again")
        void releasesInAnyOrder() {
            Canonical first = publish(new Dog(1));
            Canonical second = publish(new Dog(2));
            Canonical third = publish(new Dog(3));
            Canonical fourth = publish(new Dog(4));

            lease.release(second);
            lease.release(fourth);
            assertThat(lease.entries()).containsExactlyInAnyOrder(first, third);
            lease.release(second);
            lease.release(first);
            assertThat(lease.entries()).containsExactly(third);
            lease.releaseAll();
            assertThat(lease.entries()).isEmpty();

            assertThat(second.tryLease(lease)).isTrue();
            assertThat(lease.entries()).containsExactly(second);
        }

        @Test
        @DisplayName("R2: a lease of another partition is refused")
        void refusesForeignLeases() {
            Canonical entry = publish(new Dog(1));
            Lease foreign = requireNonNull(map.partition(new Unit("other"))).newLease("a context");

            assertThatThrownBy(() -> entry.tryLease(foreign))
                    .isInstanceOf(IdentityMapUsageException.class)
                    .hasMessageContaining("SELFSAME000003");
            assertThatThrownBy(() -> partition.publish(Animal.class, 2L, new Dog(2), foreign))
                    .isInstanceOf(IdentityMapUsageException.class);
        }
    }

    @Nested
    class Publishing {

        @Test
        @DisplayName("R1: publishing the same instance again keeps the entry")
        void keepsTheSameInstance() {
            Dog dog = new Dog(1);
            Canonical entry = publish(dog);
            entry.markStale();

            assertThat(publish(dog)).isSameAs(entry);
            assertThat(entry.isStale()).isTrue();
            assertThat(map.size()).isOne();
        }

        @Test
        @DisplayName("R4: publishing the same free instance takes it over as new")
        void takesOverTheSameFreeInstance() {
            Dog dog = new Dog(1);
            Canonical entry = publish(dog);
            lease.releaseAll();
            entry.markStale();
            entry.markDivergent();
            entry.attach("note");
            Lease next = partition.newLease("a context");

            assertThat(publish(dog, next)).isSameAs(entry);
            assertThat(entry.lease()).isSameAs(next);
            assertThat(entry.isStale()).isFalse();
            assertThat(entry.isDivergent()).isFalse();
            assertThat(entry.attachment()).isNull();
        }

        @Test
        @DisplayName("R3: an instance that another context manages is not taken from it, not even by itself")
        void doesNotTakeFromOthers() {
            Dog dog = new Dog(1);
            Canonical entry = publish(dog);
            Lease next = partition.newLease("a context");

            assertThat(partition.publish(Animal.class, 1L, dog, next)).isNull();
            assertThat(partition.publish(Animal.class, 1L, new Dog(1), next)).isNull();
            assertThat(entry.lease()).isSameAs(lease);
            assertThat(map.find(Dog.class, 1L)).isSameAs(dog);
        }

        @Test
        @DisplayName("R1: another instance replaces a free one")
        void replacesTheFree() {
            Canonical old = publish(new Dog(1));
            lease.releaseAll();
            Dog dog = new Dog(1);
            Canonical entry = publish(dog, partition.newLease("a context"));

            assertThat(entry).isNotSameAs(old);
            assertThat(map.find(Dog.class, 1L)).isSameAs(dog);
            assertThat(old.instance()).isNull();
            assertThat(map.statistics())
                    .extracting(IdentityMapStatistics::evictions, IdentityMapStatistics::size)
                    .containsExactly(1L, 1);
        }

        @Test
        @DisplayName("B7: another instance replaces one under the same lease")
        void replacesItsOwn() {
            Canonical old = publish(new Dog(1));
            Dog dog = new Dog(1);
            publish(dog);

            assertThat(map.find(Dog.class, 1L)).isSameAs(dog);
            assertThat(lease.entries()).hasSize(1).doesNotContain(old);
        }

        @Test
        @DisplayName("D6: an entry that was replaced does not take away its successor")
        void evictingTheReplacedIsHarmless() {
            Canonical old = publish(new Dog(1));
            Dog dog = new Dog(1);
            publish(dog);

            old.evict(EvictionCause.DETACHED);
            lease.release(old);

            assertThat(map.find(Dog.class, 1L)).isSameAs(dog);
            assertThat(map.statistics().evictions()).isOne();
            assertThat(old.tryLease(partition.newLease("a context"))).isFalse();
        }
    }

    @Nested
    class Eviction {

        @Test
        @DisplayName("R8, R9: what is evicted is gone, and its lease forgets it")
        void evicts() {
            Dog dog = new Dog(1);
            Canonical entry = publish(dog);
            Canonical other = publish(new Dog(2));

            entry.evict(EvictionCause.DETACHED);

            assertThat(map.find(Dog.class, 1L)).isNull();
            assertThat(map.contains(dog)).isFalse();
            assertThat(entry.instance()).isNull();
            assertThat(entry.lease()).isNull();
            assertThat(entry.tryLease(partition.newLease("a context"))).isFalse();
            assertThat(lease.entries()).containsExactly(other);
        }

        @Test
        @DisplayName("D12: evicting twice counts once, and no note is kept")
        void evictsOnce() {
            Canonical entry = publish(new Dog(1));
            entry.attach("note");

            entry.evict(EvictionCause.DETACHED);
            entry.evict(EvictionCause.DETACHED);

            assertThat(entry.attachment()).isNull();
            assertThat(map.statistics().evictions()).isOne();
            assertThat(map.size()).isZero();
        }

        @Test
        @DisplayName("R9: the user evicts one instance")
        void evictsByInstance() {
            Dog dog = new Dog(1);
            publish(dog);

            map.evict(dog);

            assertThat(map.contains(dog)).isFalse();
        }

        @Test
        @DisplayName("R9: the user evicts all instances")
        void clears() {
            publish(new Dog(1));
            partition.publish(Toy.class, 1L, new Toy(1), lease);

            map.clear();

            assertThat(map.size()).isZero();
            assertThat(lease.entries()).isEmpty();
            assertThat(map.statistics().evictions()).isEqualTo(2);
            assertThat(map.isOpen()).isTrue();
        }
    }

    @Nested
    class State {

        @Test
        @DisplayName("R11: the stale are not given out until they are read again")
        void hidesTheStale() {
            Dog dog = new Dog(1);
            Canonical entry = publish(dog);

            partition.markStale(Animal.class);

            assertThat(entry.isStale()).isTrue();
            assertThat(map.find(Dog.class, 1L)).isNull();
            assertThat(map.contains(dog))
                    .as("it will be brought up to date in place")
                    .isTrue();

            entry.markFresh();

            assertThat(map.find(Dog.class, 1L)).isSameAs(dog);
        }

        @Test
        @DisplayName("R11: statements make one hierarchy stale, or all")
        void marksHierarchies() {
            Canonical dog = publish(new Dog(1));
            Canonical toy = requireNonNull(partition.publish(Toy.class, 1L, new Toy(1), lease));

            partition.markStale(Toy.class);
            assertThat(dog.isStale()).isFalse();
            assertThat(toy.isStale()).isTrue();

            partition.markAllStale();
            assertThat(dog.isStale()).isTrue();
            partition.markStale(String.class);
        }

        @Test
        @DisplayName("R5: the divergent are not given out")
        void hidesTheDivergent() {
            Dog dog = new Dog(1);
            Canonical entry = publish(dog);
            lease.releaseAll();

            entry.markDivergent();

            assertThat(entry.isDivergent()).isTrue();
            assertThat(map.find(Dog.class, 1L)).isNull();
            assertThat(map.contains(dog)).isFalse();

            entry.markFresh();
            assertThat(entry.isDivergent())
                    .as("reading again is another matter")
                    .isTrue();
        }

        @Test
        @DisplayName("O1: events, size and peak size are counted")
        void counts() {
            int times = 0;
            for (MapEvent event : MapEvent.values()) {
                times++;
                for (int time = 0; time < times; time++) {
                    partition.count(event);
                }
            }
            publish(new Dog(1));
            publish(new Dog(2)).evict(EvictionCause.DETACHED);

            assertThat(map.statistics())
                    .isEqualTo(new IdentityMapStatistics(
                            1, 2, 0, 3, 4, 5, Map.of(EvictionCause.DETACHED, 1L), 6, 7, 8, 1, 2));
        }
    }

    @Nested
    class End {

        @Test
        @DisplayName("S1, D1: an ended map holds nothing and refuses use")
        void holdsNothing() {
            Dog dog = new Dog(1);
            Canonical entry = publish(dog);
            entry.attach("note");

            map.close();
            map.close();

            assertThat(map.isOpen()).isFalse();
            assertThat(map.size()).isZero();
            assertThat(map.partitions()).isEmpty();
            assertThat(map.partition(new Unit("kennel"))).isNull();
            assertThat(entry.instance()).isNull();
            assertThat(entry.attachment()).isNull();
            assertThat(map.statistics().peakSize()).isOne();
            assertThat(map.statistics().evictions())
                    .as("the end is no eviction")
                    .isZero();
            assertThatThrownBy(() -> map.find(Dog.class, 1L))
                    .isInstanceOf(IdentityMapClosedException.class)
                    .hasMessageContaining("SELFSAME000001")
                    .hasMessageContaining("IdentityMap.find");
            assertThatThrownBy(() -> map.contains(dog)).isInstanceOf(IdentityMapClosedException.class);
            assertThatThrownBy(() -> map.evict(dog)).isInstanceOf(IdentityMapClosedException.class);
            assertThatThrownBy(map::clear).isInstanceOf(IdentityMapClosedException.class);
        }

        @Test
        @DisplayName("S1: a lease outlives its map without harm")
        void leasesOutliveTheMap() {
            Canonical entry = publish(new Dog(1));
            publish(new Dog(2));

            map.close();

            assertThat(lease.entries()).isEmpty();
            assertThat(entry.tryLease(lease)).isFalse();
            assertThat(partition.publish(Animal.class, 3L, new Dog(3), lease)).isNull();
            assertThat(partition.get(Animal.class, 1L)).isNull();
            lease.release(entry);
            entry.evict(EvictionCause.DETACHED);
            lease.releaseAll();
            partition.markAllStale();
            assertThat(map.size()).isZero();
        }
    }
}

package io.github.selfsame.eclipselink.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.selfsame.DivergentInstanceException;
import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.IdentityMapOptions.Divergence;
import io.github.selfsame.eclipselink.testing.ContractTest;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A date, an array or a converted list can be changed without telling the entity, woven or not. */
@SuppressWarnings("JavaUtilDate") // entities have such attributes
class ChangeableValuesTest extends ContractTest {

    /** What can be changed in place, and the name of the attribute. */
    private record Change(String attribute, Consumer<Memo> change) {

        @Override
        public String toString() {
            return attribute;
        }
    }

    private static Stream<Change> changes() {
        return Stream.of(
                new Change("written", memo -> memo.getWritten().setTime(5)),
                new Change("due", memo -> memo.getDue().set(Calendar.YEAR, 1999)),
                new Change("digest", memo -> memo.getDigest()[1] = 7),
                new Change("scan", memo -> memo.getScan()[400] = 7),
                new Change("code", memo -> memo.getCode()[0] = 'x'),
                new Change("words", memo -> memo.getWords().add("third")),
                new Change("period.end", memo -> memo.getPeriod().getEnd().setTime(5)));
    }

    ChangeableValuesTest() {
        super("values");
    }

    /** The shared cache shares such values with the instances that EclipseLink builds from it, with or without the library. */
    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of("eclipselink.cache.shared.default", "false");
    }

    @Override
    protected void fill() {
        transact(em -> {
            em.persist(new Memo(1));
            em.persist(new Draft(1));
        });
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("R5: a value that was changed in place while detached is not seen by the next persistence context")
    void notSeen(Change change) {
        Memo memo = read(em -> em.find(Memo.class, 1L));
        change.change.accept(memo);

        Memo next = inTransaction(em -> {
            Memo managed = em.find(Memo.class, 1L);
            managed.setTitle("next");
            return managed;
        });

        assertThat(next).isNotSameAs(memo);
        assertThat(next.getTitle()).isEqualTo("next");
        assertThat(values(next)).isEqualTo(stored()).isNotEqualTo(values(memo));
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("R5: a value that was changed in place while detached is written by merge")
    void merged(Change change) {
        Memo memo = read(em -> em.find(Memo.class, 1L));
        change.change.accept(memo);
        assertThat(this.<Memo>read(em -> em.find(Memo.class, 1L))).isNotSameAs(memo);

        transact(em -> em.merge(memo));

        assertThat(stored()).isEqualTo(values(memo));
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("R5: a value that was changed in place after a second use is noticed, too")
    void usedAgain(Change change) {
        Memo memo = read(em -> em.find(Memo.class, 1L));
        transact(em -> em.find(Memo.class, 1L).setTitle("used"));
        assertThat(this.<Memo>read(em -> em.find(Memo.class, 1L))).isSameAs(memo);
        change.change.accept(memo);

        Memo next = read(em -> em.find(Memo.class, 1L));
        assertThat(next).isNotSameAs(memo);
        assertThat(values(next)).isEqualTo(stored()).isNotEqualTo(values(memo));
    }

    @ParameterizedTest
    @MethodSource("changes")
    @DisplayName("R5: FAIL names the value that was changed in place")
    void named(Change change) {
        reopen(IdentityMapOptions.DEFAULTS.with(Divergence.FAIL));
        Memo memo = read(em -> em.find(Memo.class, 1L));
        change.change.accept(memo);

        assertThatThrownBy(() -> read(em -> em.find(Memo.class, 1L)))
                .isInstanceOf(DivergentInstanceException.class)
                .hasMessageContainingAll(Memo.class.getName(), change.attribute);
    }

    @Test
    @DisplayName("R5, R6: what was changed in place in an entity without a version is still there to be merged")
    void withoutVersion() {
        Draft draft = read(em -> em.find(Draft.class, 1L));
        draft.getWritten().setTime(5);
        assertThat(this.<Draft>inTransaction(em -> em.find(Draft.class, 1L)).getWritten())
                .hasTime(1000);

        transact(em -> em.merge(draft));

        assertThat(this.<Draft>readWithoutMap(em -> em.find(Draft.class, 1L)).getWritten())
                .hasTime(5);
    }

    @Test
    @DisplayName("R4: an instance whose values nobody has changed is adopted, in whatever state they are")
    void unchanged() {
        Memo memo = read(em -> em.find(Memo.class, 1L));
        memo.getWords().add("third");
        memo.getWords().remove("third");
        memo.getWritten().setTime(memo.getWritten().getTime());
        database.forget();

        assertThat(this.<Memo>read(em -> em.find(Memo.class, 1L))).isSameAs(memo);
        assertThat(database.statements()).isEmpty();
    }

    private List<Object> stored() {
        return values(readWithoutMap(em -> em.find(Memo.class, 1L)));
    }

    private static List<Object> values(Memo memo) {
        return List.of(
                memo.getWritten().getTime(),
                memo.getDue().getTimeInMillis(),
                Arrays.toString(memo.getDigest()),
                memo.getScan()[400],
                new String(memo.getCode()),
                List.copyOf(memo.getWords()),
                memo.getPeriod().getEnd().getTime());
    }
}

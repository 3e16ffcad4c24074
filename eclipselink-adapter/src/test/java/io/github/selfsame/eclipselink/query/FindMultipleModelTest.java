package io.github.selfsame.eclipselink.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.eclipselink.internal.prefetch.EclipseLinkAdapter;
import io.github.selfsame.eclipselink.model.Animal;
import io.github.selfsame.eclipselink.model.Cat;
import io.github.selfsame.eclipselink.model.Kind;
import io.github.selfsame.eclipselink.model.Model;
import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Tenants;
import io.github.selfsame.internal.query.MultipleLookup;
import io.github.selfsame.query.EntityFinder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Entities of all kinds by their ids: composite and embedded ones, converters, inheritance, types that do not take part. */
class FindMultipleModelTest extends ModelTest {

    private final EntityFinder finder = new MultipleLookup(() -> List.of(new EclipseLinkAdapter()));

    @Override
    protected Map<String, Object> unitProperties() {
        return Map.of(Tenants.PROPERTY, Tenants.FIRST, "selfsame.excluded-entities", "Bottle, Playlist");
    }

    static Stream<String> kinds() {
        return Model.kinds().stream().map(Kind::name);
    }

    private static Kind<?> kind(String name) {
        return Model.kinds().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName(
            "Q1, Q3, A4, R2: of each kind what find gives one by one, in no more statements; then none for what takes part")
    void everyKind(String name) {
        Kind<?> kind = kind(name);
        List<Object> ids = new ArrayList<>(kind.ids());
        Collections.reverse(ids);
        List<String> expected = new ArrayList<>();
        int oneByOne = statements(() -> read(em -> {
            ids.forEach(id -> expected.add(Model.describe(em.find(kind.type(), id))));
            return null;
        }));
        factory.getCache().evictAll();
        reopen(IdentityMapOptions.DEFAULTS);
        List<Object> first = new ArrayList<>();
        int together = statements(() -> read(em -> {
            first.addAll(finder.findMultiple(em, kind.type(), ids));
            // R13: nobody manages what is read-only
            assertThat(first).allMatch(entity -> entity == null || kind.isReadOnly() || em.contains(entity));
            return null;
        }));
        assertThat(first).extracting(Model::describe).isEqualTo(expected);
        assertThat(together).isLessThanOrEqualTo(oneByOne);
        if (!name.equals("Bottle") && !name.equals("Playlist") && !kind.isReadOnly()) {
            List<Object> there = new ArrayList<>(ids);
            there.removeIf(id -> first.get(ids.indexOf(id)) == null);
            assertThat(statements(() -> read(em -> {
                        List<?> again = finder.findMultiple(em, kind.type(), there);
                        for (int index = 0; index < there.size(); index++) {
                            assertThat((Object) again.get(index)).isSameAs(first.get(ids.indexOf(there.get(index))));
                        }
                        return null;
                    })))
                    .isZero();
        }
    }

    @Test
    @DisplayName(
            "A2, R2: by the root of a hierarchy each entity comes as what it is; an id of another subclass is none")
    void hierarchy() {
        read(em -> {
            List<Animal> animals = finder.findMultiple(em, Animal.class, List.of(11L, 1L, 2L));
            assertThat(animals).extracting(Model::describe).containsExactly("Puppy#11", "Cat#1", "Cat#2");
            List<Cat> cats = finder.findMultiple(em, Cat.class, List.of(11L, 1L, 2L));
            assertThat(cats.get(0)).isNull();
            assertThat(cats.subList(1, 3)).containsExactly((Cat) animals.get(1), (Cat) animals.get(2));
            return null;
        });
    }
}

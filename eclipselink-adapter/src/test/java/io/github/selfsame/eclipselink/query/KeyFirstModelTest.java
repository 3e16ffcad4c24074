package io.github.selfsame.eclipselink.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.eclipselink.SelfsameHints;
import io.github.selfsame.eclipselink.model.ModelTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFirstModelTest extends ModelTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "select e from Animal e order by e.id",
                "select e from Cat e order by e.id",
                "select e from Animal e where type(e) <> Cat order by e.id desc",
                "select e from Vehicle e order by e.id",
                "select e from Truck e order by e.id",
                "select e from Shape e order by e.id",
                "select e from Square e order by e.id",
                "select e from Room e order by e.id.building, e.id.number",
                "select e from Seat e order by e.number",
                "select e from Country e order by e.name",
                "select e from Token e order by e.name",
                "select e from Passport e order by e.name",
                "select p from Person p join p.address.country c order by p.name"
            })
    @DisplayName("Q1, C15, A4: hierarchies of all kinds, composite keys, derived ids and ids with converters")
    void sameResult(String jpql) {
        List<Object> first = this.<List<Object>>read(em -> em.createQuery(jpql, Object.class)
                .setHint(SelfsameHints.KEY_FIRST, true)
                .getResultList());
        assertThat(first).isNotEmpty();
        List<Object> plain =
                this.<List<Object>>read(em -> em.createQuery(jpql, Object.class).getResultList());
        List<Object> second = this.<List<Object>>read(em -> em.createQuery(jpql, Object.class)
                .setHint(SelfsameHints.KEY_FIRST, true)
                .getResultList());
        assertThat(plain).hasSameSizeAs(first);
        for (int index = 0; index < first.size(); index++) {
            assertThat(plain.get(index)).isSameAs(first.get(index));
            assertThat(second.get(index)).isSameAs(first.get(index));
        }
    }
}

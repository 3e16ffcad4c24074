package io.github.selfsame.eclipselink.staleness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.eclipselink.model.Cat;
import io.github.selfsame.eclipselink.model.ModelTest;
import io.github.selfsame.eclipselink.model.Puppy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database says now that a row is of another type than it was. */
class RowTypeTest extends ModelTest {

    /** The shared cache goes on with what it has, with or without the library. */
    @Override
    protected Map<String, Object> unitProperties() {
        Map<String, Object> properties = new HashMap<>(super.unitProperties());
        properties.put("eclipselink.cache.shared.default", "false");
        return properties;
    }

    @ParameterizedTest
    @EnumSource(names = {"VERSIONED", "REPEATABLE"})
    @DisplayName("R2, R6: a row of another type is another instance, whatever its version says")
    void otherType(IdentityMapOptions.Freshness freshness) {
        reopen(IdentityMapOptions.DEFAULTS.with(freshness));
        List<Cat> cats =
                read(em -> em.createQuery("select c from Cat c", Cat.class).getResultList());
        List<Puppy> puppies =
                read(em -> em.createQuery("select p from Puppy p", Puppy.class).getResultList());
        assertThat(puppies).isNotEmpty();
        database.execute("update ANIMAL set DTYPE = 'Cat' where DTYPE = 'Puppy'");

        List<Cat> now =
                read(em -> em.createQuery("select c from Cat c", Cat.class).getResultList());

        assertThat(now)
                .hasSize(cats.size() + puppies.size())
                .hasOnlyElementsOfType(Cat.class)
                .containsAll(cats);
    }
}

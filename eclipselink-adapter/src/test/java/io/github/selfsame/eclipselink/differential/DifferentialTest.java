package io.github.selfsame.eclipselink.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.selfsame.IdentityMapOptions;
import io.github.selfsame.LazyLoading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random programs do the same with the library as without it. System properties choose them:
 * {@code differential.seed} is the first seed, {@code differential.programs} how many there are.
 */
class DifferentialTest {

    private static final boolean WOVEN = Boolean.parseBoolean(System.getProperty("selfsame.test.weaving", "false"));
    private static final boolean SHARED_CACHE =
            Boolean.parseBoolean(System.getProperty("selfsame.test.shared-cache", "false"));
    private static final long SEED = Long.getLong("differential.seed", 1);
    private static final int PROGRAMS = Integer.getInteger("differential.programs", 300);
    private static final int FAILURES = Integer.getInteger("differential.failures", 1);

    /** Leaves the unit as it is. */
    public static final class Nothing implements SessionCustomizer {

        @Override
        public void customize(Session session) {}
    }

    @Test
    @DisplayName("R1-R20, P8, P9, C24: random programs do the same as in plain EclipseLink, in no more statements")
    void randomPrograms() {
        compare(PROGRAMS, IdentityMapOptions.DEFAULTS, "");
    }

    @Test
    @DisplayName("P13/C24: random programs do the same where lazy associations are loaded for all peers")
    void randomProgramsWithPeers() {
        compare(PROGRAMS, IdentityMapOptions.DEFAULTS.with(LazyLoading.PEERS), "");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"Person", "Animal, Crate, Country", "Vehicle, Shape, Playlist, Invoice", "Book, Lamp, Leaf"})
    @DisplayName("Q3: so they do if some entities do not take part")
    void partOfTheEntities(String excluded) {
        compare(PROGRAMS / 5, IdentityMapOptions.DEFAULTS, excluded);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"REVALIDATED", "REPEATABLE", "RESTORE", "FAIL", "SOFT", "WEAK"})
    @DisplayName("R5, R6, R16: so they do with other options")
    void otherOptions(String option) {
        IdentityMapOptions options =
                switch (option) {
                    case "REVALIDATED" -> IdentityMapOptions.DEFAULTS.with(IdentityMapOptions.Freshness.REVALIDATED);
                    case "REPEATABLE" -> IdentityMapOptions.DEFAULTS.with(IdentityMapOptions.Freshness.REPEATABLE);
                    case "RESTORE", "FAIL" ->
                        IdentityMapOptions.DEFAULTS.with(IdentityMapOptions.Divergence.valueOf(option));
                    default -> IdentityMapOptions.DEFAULTS.with(IdentityMapOptions.Retention.valueOf(option));
                };
        compare(PROGRAMS / 5, options, "");
    }

    @Test
    @DisplayName(
            "R2, A3: so they do if one of three EntityManagers is of another persistence unit with the same classes and keys")
    void twoUnits() {
        compare(PROGRAMS / 5, () -> open(IdentityMapOptions.DEFAULTS, "", Places.TWO_UNITS));
    }

    @Test
    @DisplayName("R2: so they do if one of three EntityManagers has a connection to another database")
    void twoConnections() {
        assumeFalse(SHARED_CACHE, "EclipseLink itself would have one shared cache for both");
        compare(PROGRAMS / 5, () -> open(IdentityMapOptions.DEFAULTS, "", Places.TWO_CONNECTIONS));
    }

    @Test
    @DisplayName("R2, A3: so they do if the EntityManagers are of different tenants, some of them told so late")
    void tenants() {
        compare(PROGRAMS / 5, () -> open(IdentityMapOptions.DEFAULTS, "", Places.TENANTS));
    }

    @Test
    @DisplayName("R3, R7, R8: so they do in transactions that somebody else begins and ends, two EntityManagers in one")
    void onServer() {
        compare(PROGRAMS / 5, () -> open(IdentityMapOptions.DEFAULTS, "", Places.SERVER));
    }

    private static void compare(int programs, IdentityMapOptions options, String excluded) {
        compare(programs, () -> open(options, excluded, Places.ONE_UNIT));
    }

    private static void compare(int programs, Supplier<Comparison> worlds) {
        List<String> failures = new ArrayList<>();
        Comparison comparison = worlds.get();
        try {
            for (long seed = SEED; seed < SEED + programs && failures.size() < FAILURES; seed++) {
                Difference difference = comparison.run(Generator.program(seed));
                if (difference != null) {
                    failures.add(report(seed, difference, comparison));
                    comparison.close();
                    comparison = worlds.get();
                }
            }
        } finally {
            comparison.close();
        }
        assertThat(failures).as(String.join("\n\n", failures)).isEmpty();
    }

    private static String report(long seed, Difference first, Comparison comparison) {
        List<Step> shrunk = new Shrinker(comparison).shrink(Generator.program(seed), first.kind());
        Difference shortest = comparison.run(shrunk);
        return "seed " + seed + ", woven " + WOVEN + ", shared cache " + SHARED_CACHE + "\n"
                + (shortest == null ? first : shortest);
    }

    private static Comparison open(IdentityMapOptions options, String excluded, Places where) {
        World plain = new World(properties("plain", Nothing.class.getName()), where);
        Map<String, Object> mapped = properties("mapped", null);
        mapped.put("selfsame.excluded-entities", excluded);
        return new Comparison(plain, new MappedWorld(mapped, where, options));
    }

    private static Map<String, Object> properties(String name, String customizer) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.schema-generation.database.action", "create");
        properties.put("eclipselink.session-name", "differential-" + name);
        properties.put("eclipselink.weaving", Boolean.toString(WOVEN));
        properties.put("eclipselink.cache.shared.default", Boolean.toString(SHARED_CACHE));
        properties.put("eclipselink.logging.level", "OFF");
        properties.put("eclipselink.target-database", "org.eclipse.persistence.platform.database.H2Platform");
        if (customizer != null) {
            properties.put("eclipselink.session.customizer", customizer);
        }
        return properties;
    }
}

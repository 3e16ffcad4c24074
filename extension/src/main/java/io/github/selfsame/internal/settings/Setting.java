package io.github.selfsame.internal.settings;

import java.util.List;

/** All settings. {@code docs/scopes.md} describes them for users. */
public enum Setting {
    /** For every instance of which scope a map is current without anybody asking for it; off by default. */
    MAP_FOR_EVERY("selfsame.map-for-every"),

    /** The lifetime of the maps of {@code @UseIdentityMap} where it does not name one itself. */
    DEFAULT_LIFETIME("selfsame.default-lifetime"),

    /** Whether executors that propagate contexts carry the map to their tasks; they do not by default. */
    PROPAGATE_TO_EXECUTORS("selfsame.propagate-to-executors"),

    /** When instances are brought up to date, where neither the map nor the persistence unit says it. */
    FRESHNESS("selfsame.freshness"),

    /** What happens to changed free instances, where neither the map nor the persistence unit says it. */
    DIVERGENCE("selfsame.divergence"),

    /** How firmly maps hold their instances, where neither the map nor the persistence unit says it. */
    RETENTION("selfsame.retention"),

    /** What touching a lazy association does, where neither the map nor the persistence unit says it. */
    LAZY_LOADING("selfsame.lazy-loading"),

    /** Whether maps count lazy loads, where neither the map nor the persistence unit says it. */
    LAZY_LOAD_REPORT("selfsame.lazy-load-report"),

    /** Whether the statistics of each map are logged at its end; they are not by default. */
    LOG_STATISTICS("selfsame.log-statistics");

    /** What the names of all settings begin with. */
    static final String PREFIX = "selfsame.";

    /** Names that mean something to a persistence-provider adapter, which may read system properties as well. */
    static final List<String> OF_ADAPTERS =
            List.of("selfsame.session.customizer", "selfsame.excluded-entities", "selfsame.prefetch-graphs");

    private final String key;

    Setting(String key) {
        this.key = key;
    }

    /**
     * The name of the setting.
     *
     * @return the name with its prefix
     */
    public String key() {
        return key;
    }
}

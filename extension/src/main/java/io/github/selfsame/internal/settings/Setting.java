package io.github.selfsame.internal.settings;

/** All settings. {@code docs/scopes.md} describes them for users. */
public enum Setting {
    /** For every instance of which scope a map is current without anybody asking for it; off by default. */
    MAP_FOR_EVERY("selfsame.map-for-every"),

    /** The lifetime of the maps of {@code @UseIdentityMap} where it does not name one itself. */
    DEFAULT_LIFETIME("selfsame.default-lifetime"),

    /** Whether executors that propagate contexts carry the map to their tasks; they do not by default. */
    PROPAGATE_TO_EXECUTORS("selfsame.propagate-to-executors");

    /** What the names of all settings begin with. */
    static final String PREFIX = "selfsame.";

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

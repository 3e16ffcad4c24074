package io.github.selfsame.sample.measure;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.zip.CRC32;

/** Where a piece of work writes down the entities that it reaches and the names that it reads. */
public final class Notebook {

    private final Set<Object> instances = Collections.newSetFromMap(new IdentityHashMap<>());
    private final CRC32 names = new CRC32();

    /**
     * Notes that an entity was reached.
     *
     * @param entity the entity; it is told apart from others by {@code ==}
     */
    public void reach(Object entity) {
        instances.add(entity);
    }

    /**
     * Notes that an entity was reached, and writes down its name.
     *
     * @param entity the entity
     * @param name its name
     */
    public void write(Object entity, String name) {
        reach(entity);
        names.update(name.getBytes(StandardCharsets.UTF_8));
        names.update('\n');
    }

    int distinctInstances() {
        return instances.size();
    }

    String checksum() {
        return HexFormat.of().toHexDigits((int) names.getValue());
    }
}

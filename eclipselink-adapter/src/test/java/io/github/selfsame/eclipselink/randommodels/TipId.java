package io.github.selfsame.eclipselink.randommodels;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;

/** The key of a {@link Tip} where that has two columns. */
public final class TipId implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private long id;
    private int part;

    public TipId() {}

    public TipId(long id, int part) {
        this.id = id;
        this.part = part;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TipId key && key.id == id && key.part == part;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, part);
    }
}

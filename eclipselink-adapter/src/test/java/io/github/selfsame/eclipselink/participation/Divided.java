package io.github.selfsame.eclipselink.participation;

import io.github.selfsame.IdentityMapped;
import jakarta.persistence.Entity;

/** Wants what its root does not. */
@Entity
@IdentityMapped
public class Divided extends Letter {

    protected Divided() {}
}

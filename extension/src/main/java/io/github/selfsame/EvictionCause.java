package io.github.selfsame;

/** Why an identity map has forgotten an instance before its end (rule O1). */
public enum EvictionCause {

    /** What a persistence context had done to it was not committed (rule R8). */
    NOT_COMMITTED,

    /** It was detached, alone or by {@code EntityManager.clear} (rule R9). */
    DETACHED,

    /** Its row was removed (rule R7). */
    REMOVED,

    /** It was changed while no persistence context managed it (rule R5). */
    DIVERGENT,

    /** Another instance has taken its place, such as that which a merge returns. */
    REPLACED,

    /** It was garbage-collected: the map holds it softly or weakly (rule R16). */
    COLLECTED,

    /** By {@link IdentityMap#evict(Object)} or {@link IdentityMap#clear()}. */
    REQUESTED,

    /** The library could not deal with it (rule R19). */
    FAILURE
}

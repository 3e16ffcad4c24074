package io.github.selfsame.eclipselink.internal;

/**
 * What the mappings of an entity type say of all its instances.
 *
 * @param associations what kinds of associations there are
 * @param columns what they show and do not write
 * @param values what can be changed in them without telling them
 */
record EntityTraits(AssociationKinds associations, UnwrittenColumns columns, ChangeableValues values) {

    /** Of a type that takes no part. */
    static final EntityTraits UNKNOWN =
            new EntityTraits(AssociationKinds.ANY, UnwrittenColumns.NONE, ChangeableValues.NONE);
}

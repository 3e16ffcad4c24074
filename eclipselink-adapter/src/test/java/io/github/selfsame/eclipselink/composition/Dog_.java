package io.github.selfsame.eclipselink.composition;

import jakarta.persistence.metamodel.ListAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.StaticMetamodel;

@StaticMetamodel(Dog.class)
public final class Dog_ {

    public static volatile SingularAttribute<Dog, Long> id;
    public static volatile SingularAttribute<Dog, String> name;
    public static volatile SingularAttribute<Dog, Owner> owner;
    public static volatile ListAttribute<Dog, Toy> toys;

    private Dog_() {}
}

package io.github.selfsame.eclipselink.composition;

import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.StaticMetamodel;

@StaticMetamodel(Toy.class)
public final class Toy_ {

    public static volatile SingularAttribute<Toy, Long> id;
    public static volatile SingularAttribute<Toy, String> name;
    public static volatile SingularAttribute<Toy, Dog> dog;

    private Toy_() {}
}

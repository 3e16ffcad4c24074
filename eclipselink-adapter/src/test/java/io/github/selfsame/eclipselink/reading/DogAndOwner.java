package io.github.selfsame.eclipselink.reading;

import io.github.selfsame.eclipselink.kennel.Dog;
import io.github.selfsame.eclipselink.kennel.Owner;

/** The result of a constructor expression. */
public record DogAndOwner(Dog dog, Owner owner) {}

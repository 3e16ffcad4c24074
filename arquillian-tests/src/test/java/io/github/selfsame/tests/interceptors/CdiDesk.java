package io.github.selfsame.tests.interceptors;

import io.github.selfsame.UseIdentityMap;
import jakarta.enterprise.context.ApplicationScoped;

/** A CDI bean with the binding. */
@ApplicationScoped
@UseIdentityMap
public class CdiDesk extends Desk {}

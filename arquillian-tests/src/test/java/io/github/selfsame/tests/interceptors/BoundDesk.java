package io.github.selfsame.tests.interceptors;

import io.github.selfsame.UseIdentityMap;
import jakarta.ejb.Stateless;

/** An enterprise bean with the binding. */
@Stateless
@UseIdentityMap
public class BoundDesk extends Desk {}

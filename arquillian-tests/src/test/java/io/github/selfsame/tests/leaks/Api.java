package io.github.selfsame.tests.leaks;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the resource is. */
@ApplicationPath("leak/api")
public class Api extends Application {}

package io.github.selfsame.sample.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Puts the resources under {@code api/}. */
@ApplicationPath("api")
public class KennelApi extends Application {}

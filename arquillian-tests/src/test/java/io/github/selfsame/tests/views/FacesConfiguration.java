package io.github.selfsame.tests.views;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.annotation.FacesConfig;

/** Says that there are Faces. */
@FacesConfig
@ApplicationScoped
public class FacesConfiguration {}

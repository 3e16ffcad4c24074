package io.github.selfsame.tests.ejb;

import io.github.selfsame.UseIdentityMapInterceptor;
import jakarta.ejb.Stateful;
import jakarta.interceptor.Interceptors;

/** A stateful bean that names the interceptor. */
@Stateful
@Interceptors(UseIdentityMapInterceptor.class)
public class NamedCatalogue extends KeepingCatalogue {}

package io.github.selfsame.tests.transactions;

import io.github.selfsame.UseIdentityMapInterceptor;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;

/** Its map, if it opens one, ends before the commit. */
@Stateless
@Interceptors(UseIdentityMapInterceptor.class)
public class NamedInterceptorRenaming extends Renaming {}

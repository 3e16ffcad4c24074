package io.github.selfsame.tests.requests;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.support.Register;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A resource with the annotation on its type. */
@Path("mapped")
@Produces(MediaType.TEXT_PLAIN)
@RequestScoped
@UseIdentityMap
public class MappedResource {

    @Inject
    private Register register;

    @GET
    public String look() {
        return register.look().toString();
    }

    @GET
    @Path("bypassed")
    @BypassIdentityMap
    public String bypassed() {
        return register.look().toString();
    }
}

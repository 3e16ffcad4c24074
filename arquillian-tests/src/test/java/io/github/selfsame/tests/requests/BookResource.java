package io.github.selfsame.tests.requests;

import io.github.selfsame.BypassIdentityMap;
import io.github.selfsame.UseIdentityMap;
import io.github.selfsame.tests.support.DeliberateException;
import io.github.selfsame.tests.support.Look;
import io.github.selfsame.tests.support.Register;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;

/** A resource whose methods say how they work. */
@Path("books")
@Produces(MediaType.TEXT_PLAIN)
@RequestScoped
public class BookResource {

    @Inject
    private Register register;

    @Inject
    private Reader reader;

    @Inject
    private Tally tally;

    @GET
    @Path("plain")
    public String plain() {
        return register.look().toString();
    }

    @GET
    @Path("invocation")
    @UseIdentityMap(lifetime = UseIdentityMap.Invocation.class)
    public String invocation() {
        return register.look().toString();
    }

    @GET
    @Path("request")
    public String request() {
        return reader.inTheRequest() + "\n" + reader.inTheRequest();
    }

    @GET
    @Path("tally")
    @UseIdentityMap
    public String tally() {
        return tally.next() + " " + reader.tally();
    }

    @GET
    @Path("failing")
    @UseIdentityMap
    public String failing() {
        throw new DeliberateException(register.look().toString());
    }

    @GET
    @Path("bypassed")
    @UseIdentityMap
    public String bypassed() {
        return reader.past() + "\n" + register.look();
    }

    /** The look is taken when the method has returned. */
    @GET
    @Path("streamed")
    @UseIdentityMap
    public StreamingOutput streamed() {
        Look before = register.look();
        return output -> output.write((before + "\n" + register.look()).getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Path("switched-off")
    @BypassIdentityMap
    public String switchedOff() {
        return register.look().toString();
    }

    @GET
    @Path("anew")
    public String anew() {
        return register.look() + "\n" + reader.anew() + "\n" + register.look();
    }
}

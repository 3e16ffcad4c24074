package io.github.selfsame.sample.api;

import io.github.selfsame.sample.measure.Measurement;
import io.github.selfsame.sample.service.Rounds;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("request")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RequestResource {

    @Inject
    private Rounds rounds;

    @GET
    public Comparison compare() {
        return new Comparison(Measurement.of(rounds::make));
    }

    public record Comparison(Measurement plain) {}
}

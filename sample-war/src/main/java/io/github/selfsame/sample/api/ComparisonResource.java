package io.github.selfsame.sample.api;

import io.github.selfsame.sample.measure.Measurement;
import io.github.selfsame.sample.service.Inventory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("comparison")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ComparisonResource {

    @Inject
    private Inventory inventory;

    @GET
    public Comparison compare() {
        return new Comparison(Measurement.of(inventory::take));
    }

    public record Comparison(Measurement plain) {}
}

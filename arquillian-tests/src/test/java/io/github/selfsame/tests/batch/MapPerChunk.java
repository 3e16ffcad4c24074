package io.github.selfsame.tests.batch;

import io.github.selfsame.IdentityMapActivation;
import io.github.selfsame.IdentityMaps;
import jakarta.batch.api.chunk.listener.ChunkListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A map for each chunk, as the documentation shows it. */
@Dependent
@Named
public class MapPerChunk implements ChunkListener {

    @Inject
    private IdentityMaps identityMaps;

    private IdentityMapActivation activation;

    @Override
    public void beforeChunk() {
        activation = identityMaps.open();
    }

    @Override
    public void afterChunk() {
        activation.close();
    }

    @Override
    public void onError(Exception e) {
        activation.close();
    }
}

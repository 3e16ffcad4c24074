package io.github.selfsame.tests.batch;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** The ids of the books, each of them twice. */
@Dependent
@Named
public class BookIds extends AbstractItemReader {

    private static final long[] IDS = {1, 2, 1, 2, 3, 4, 3, 4};

    private int next;

    @Override
    public Object readItem() {
        return next < IDS.length ? IDS[next++] : null;
    }
}

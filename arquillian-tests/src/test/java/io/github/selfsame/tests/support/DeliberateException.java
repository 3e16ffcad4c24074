package io.github.selfsame.tests.support;

import java.io.Serial;

/** Thrown by a test on purpose. */
public class DeliberateException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public DeliberateException() {}

    public DeliberateException(String message) {
        super(message);
    }
}

package io.github.selfsame.tests.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.selfsame.IdentityMaps;
import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What all tests inside a server begin and end with. */
@ExtendWith(ArquillianExtension.class)
public abstract class InContainerTest {

    @Inject
    protected Books books;

    @Inject
    protected TestDatabase database;

    @Inject
    protected IdentityMaps maps;

    @BeforeEach
    void reset() {
        database.reset();
    }

    @AfterEach
    void noMapIsLeftBehind() {
        assertThat(maps.current()).as("map that is current after the test").isEmpty();
    }
}

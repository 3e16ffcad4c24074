package io.github.selfsame.tests.support;

import java.net.URI;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What all tests that look at an application from outside begin with. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
public abstract class HttpTest {

    /** Ends with a slash. */
    @ArquillianResource
    protected URI application;

    protected Browser browser;

    @BeforeEach
    void reset() {
        browser = anotherBrowser();
        browser.get("support/reset");
    }

    protected final Browser anotherBrowser() {
        return new Browser(application);
    }

    /** How many statements have read entities since the beginning of the test. */
    protected final long reads() {
        return Long.parseLong(browser.get("support/reads"));
    }

    /** Whether a map has ended and holds nothing. */
    protected final boolean hasEnded(int map) {
        return Boolean.parseBoolean(anotherBrowser().get("support/ended?map=" + map));
    }
}

package io.github.selfsame.sample.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Chromium of this machine, without a window. Nothing is downloaded: the executable is the one of the property
 * {@code sample.browser.executable}, or else found on the path. Where there is none, tests are skipped, or fail if the
 * property {@code sample.browser} is {@code required}.
 */
final class Chromium implements AutoCloseable {

    static final String MISSING =
            "No Chromium or Chrome is on the path; name one with -Dsample.browser.executable=/path/to/chrome";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
    }

    /** Whether to run tests: not where there is no browser, unless one is required. */
    static boolean isThereOrRequired() {
        return find().isPresent() || "required".equals(System.getProperty("sample.browser"));
    }

    static Chromium launch() {
        return new Chromium(find().orElseThrow(() -> new AssertionError(MISSING)));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Optional<Path> find() {
        String executable = System.getProperty("sample.browser.executable", "");
        return executable.isEmpty() ? findOnPath() : Optional.of(Path.of(executable));
    }

    private static Optional<Path> findOnPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator))
                .map(Path::of)
                .flatMap(directory -> NAMES.stream().map(directory::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

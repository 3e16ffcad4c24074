package io.github.selfsame.sample.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The page, in a real browser")
@EnabledIf(value = "io.github.selfsame.sample.it.Chromium#isThereOrRequired", disabledReason = Chromium.MISSING)
class PageIT {

    private static final long DOG = 77;
    private static final double PATIENCE_IN_MILLIS = 30_000;
    private static final String EQUAL = "All checksums are equal";
    private static final Path SCREENSHOTS = Path.of(System.getProperty("kennel.screenshots", "target/screenshots"));

    private static Chromium chromium;

    private final List<String> requests = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_IN_MILLIS);
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        openWith(new Browser.NewContextOptions().setViewportSize(1_100, 900));
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void openWith(Browser.NewContextOptions options) {
        context = chromium.browser().newContext(options);
        context.setDefaultTimeout(PATIENCE_IN_MILLIS);
        page = context.newPage();
        page.onRequest(request -> requests.add(request.url()));
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                errors.add(message.text());
            }
        });
        page.navigate(Kennel.url().toString());
        waitForFigures();
    }

    private void waitForFigures() {
        for (Locator section : List.of(comparison(), request())) {
            assertThat(section.getByRole(AriaRole.STATUS)).containsText(EQUAL);
        }
    }

    private Locator comparison() {
        return page.locator("#comparison");
    }

    private Locator request() {
        return page.locator("#request");
    }

    private Locator edit() {
        return page.locator("#edit");
    }

    private static Locator cells(Locator section, String way) {
        return section.locator("tr[data-way=" + way + "] td");
    }

    @Test
    @DisplayName("shows a table and two bar charts for the work done in five ways")
    void comparisonIsShown() {
        assertThat(comparison().locator("tbody tr")).hasCount(5);
        assertThat(cells(comparison(), "prefetch").first()).hasText("4");
        assertThat(cells(comparison(), "prefetch").nth(1))
                .hasText(String.format(Locale.ENGLISH, "%,d", Expected.instancesOfTheInventory()));
        assertThat(comparison().locator(".chart")).hasCount(2);
        assertThat(comparison().locator(".bar")).hasCount(10);
    }

    @Test
    @DisplayName("shows a table and two bar charts for the request of twenty service calls")
    void requestIsShown() {
        assertThat(request().locator("tbody tr")).hasCount(2);
        assertThat(cells(request(), "identityMap").nth(1)).hasText(String.valueOf(Expected.instancesOfTheRounds()));
        assertThat(request().locator(".chart")).hasCount(2);
        assertThat(request().locator(".bar")).hasCount(4);
    }

    @Test
    @DisplayName("draws bars whose lengths are in the proportion of the figures")
    void barsAreInProportion() {
        double plain = widthOfFirstBar(request(), 0);
        double mapped = widthOfFirstBar(request(), 1);
        assertThat(plain).isGreaterThan(50);
        assertThat(mapped).isLessThan(plain / 5);
    }

    private static double widthOfFirstBar(Locator section, int index) {
        return section.locator(".chart").first().locator(".fill").nth(index).boundingBox().width;
    }

    @ParameterizedTest
    @DisplayName("runs the work again at the push of a button")
    @CsvSource({"comparison, api/comparison", "request, api/request"})
    void runsAgain(String section, String path) {
        Locator again = page.locator("#" + section)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Run again"));
        Response response = page.waitForResponse(Pattern.compile(Pattern.quote(path)), () -> again.click());
        assertThat(response.status()).isEqualTo(200);
        waitForFigures();
        assertThat(again).isEnabled();
    }

    @Test
    @DisplayName("shows a renamed dog on the object that was loaded before it was renamed")
    void rename() {
        String before = Kennel.nameOf(DOG);
        try {
            chooseDog(String.valueOf(DOG));
            Locator name = edit().getByLabel("Name", new Locator.GetByLabelOptions().setExact(true));
            assertThat(name).hasValue(before);
            name.fill("Laika <b>& Co</b>");
            edit().getByRole(AriaRole.BUTTON).click();
            assertThat(edit().locator("article.mapped strong")).hasText("Laika <b>& Co</b>");
            assertThat(edit().locator("article.mapped")).containsText("The very object");
            assertThat(edit().locator("article:not(.mapped) strong")).hasText(before);
            assertThat(edit().getByRole(AriaRole.STATUS)).containsText("in the database");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve("renamed.png")));
        } finally {
            Kennel.rename(DOG, before);
        }
    }

    @Test
    @DisplayName("says in words what is wrong with a dog number or a name")
    void mistakes() {
        chooseDog("1001");
        assertThat(edit().getByRole(AriaRole.STATUS)).containsText("1 to 1,000");
        chooseDog("1");
        edit().getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                .fill("   ");
        edit().getByRole(AriaRole.BUTTON).click();
        assertThat(edit().getByRole(AriaRole.STATUS)).containsText("1 to 60 characters");
        errors.clear(); // The browser reports the refused request; that is the point here.
    }

    private void chooseDog(String number) {
        Locator dog = edit().getByLabel("Dog number");
        dog.fill(number);
        dog.blur();
    }

    @Test
    @DisplayName("works without the internet and without errors on the console")
    void nothingFromElsewhere() {
        assertThat(requests)
                .isNotEmpty()
                .allMatch(url -> url.startsWith(Kennel.url().toString()));
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("fits narrow and wide screens, light and dark")
    @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK"})
    void fits(int width, ColorScheme scheme) {
        context.close();
        openWith(new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme));
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(width);
    }
}

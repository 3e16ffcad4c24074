package io.github.selfsame.tests.support;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody sees who reads one book in two transactions. Objects have numbers, so that it can be sent to another
 * process and compared there.
 *
 * @param map the number of the current map; 0 if there is none
 * @param first the number of the book of the first transaction
 * @param second the number of the book of the second transaction
 */
public record Look(int map, int first, int second) {

    private static final Pattern TEXT = Pattern.compile("map=(\\d+) first=(\\d+) second=(\\d+)");

    /** From anywhere in a text. */
    public static Look in(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException("No look in: " + text);
        }
        return new Look(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** All in a text. */
    public static List<Look> allIn(String text) {
        return TEXT.matcher(text).results().map(result -> in(result.group())).toList();
    }

    public boolean isWithinAMap() {
        return map != 0 && first == second;
    }

    public boolean isWithoutAMap() {
        return map == 0 && first != second;
    }

    @Override
    public String toString() {
        return "map=%d first=%d second=%d".formatted(map, first, second);
    }
}

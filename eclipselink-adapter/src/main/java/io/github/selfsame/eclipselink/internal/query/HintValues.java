package io.github.selfsame.eclipselink.internal.query;

import static io.github.selfsame.eclipselink.internal.query.QueryMessages.MESSAGES;

import java.util.Map;

/** Reads the values of hints. */
final class HintValues {

    private HintValues() {}

    /**
     * A hint that is on or off.
     *
     * @throws IllegalArgumentException if it has a wrong value
     */
    static boolean isOn(String hint, Map<String, Object> hints) {
        Object value = hints.get(hint);
        String text = value == null ? "false" : value.toString().trim();
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        throw MESSAGES.notOnOrOff(hint, text);
    }
}

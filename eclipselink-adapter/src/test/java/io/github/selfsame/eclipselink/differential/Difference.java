package io.github.selfsame.eclipselink.differential;

import java.util.List;

/**
 * What the library has changed that it must not change.
 *
 * @param kind what sort of difference; shrinking keeps it
 * @param detail what plain EclipseLink does, and what happens with the library
 * @param trace the steps that were executed, as code, with what they have shown
 */
record Difference(String kind, String detail, List<String> trace) {

    @Override
    public String toString() {
        return kind + ": " + detail + "\n  " + String.join("\n  ", trace);
    }
}

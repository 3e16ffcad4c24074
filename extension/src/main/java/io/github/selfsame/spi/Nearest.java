package io.github.selfsame.spi;

import java.util.Collection;

/** Finds what somebody may have meant who mistyped a name. */
public final class Nearest {

    private Nearest() {}

    /**
     * The candidate with the least edits (letters inserted, left out or replaced).
     *
     * @param typed what was typed
     * @param candidates at least one
     * @return one of the candidates, the first one of equals
     */
    public static String to(String typed, Collection<String> candidates) {
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(typed, candidate);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[right.length()];
    }
}

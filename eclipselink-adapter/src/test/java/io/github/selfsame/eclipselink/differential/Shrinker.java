package io.github.selfsame.eclipselink.differential;

import java.util.ArrayList;
import java.util.List;

/** Takes steps out of a failing program for as long as it fails in the same way (delta debugging). */
final class Shrinker {

    private final Comparison comparison;

    Shrinker(Comparison comparison) {
        this.comparison = comparison;
    }

    List<Step> shrink(List<Step> program, String kind) {
        List<Step> current = program;
        for (int size = Math.max(1, program.size() / 2); size >= 1; size = size == 1 ? 0 : size / 2) {
            boolean hasShrunk = true;
            while (hasShrunk) {
                hasShrunk = false;
                for (int start = 0; start < current.size(); ) {
                    List<Step> shorter = new ArrayList<>(current);
                    shorter.subList(start, Math.min(start + size, current.size()))
                            .clear();
                    Difference difference = comparison.run(shorter);
                    if (difference != null && difference.kind().equals(kind)) {
                        current = shorter;
                        hasShrunk = true;
                    } else {
                        start += size;
                    }
                }
            }
        }
        return current;
    }
}

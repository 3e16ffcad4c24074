package io.github.selfsame.eclipselink.differential;

import java.util.List;
import java.util.Map;

/** Where the EntityManagers of a program belong; if there are two places, one of the three belongs to the second. */
enum Places {
    ONE_UNIT {
        @Override
        List<Place> open(Map<String, Object> properties) {
            return List.of(Place.unit(properties, "0"));
        }
    },
    TWO_UNITS {
        @Override
        List<Place> open(Map<String, Object> properties) {
            return List.of(Place.unit(properties, "0"), Place.unit(properties, "1"));
        }
    },
    TWO_CONNECTIONS {
        @Override
        List<Place> open(Map<String, Object> properties) {
            Place first = Place.unit(properties, "0");
            return List.of(first, first.elsewhere(properties, "1"));
        }
    };

    abstract List<Place> open(Map<String, Object> properties);
}

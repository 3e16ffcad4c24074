package io.github.selfsame.eclipselink.differential;

import io.github.selfsame.eclipselink.model.Tenants;
import java.util.List;
import java.util.Map;

/** Where the EntityManagers of a program belong; the first one to the first, and so on in turn. */
enum Places {
    ONE_UNIT {
        @Override
        List<Opening> open(Map<String, Object> properties) {
            return List.of(Opening.of(Place.unit(properties, "0"), "0", Map.of()));
        }
    },
    TWO_UNITS {
        @Override
        List<Opening> open(Map<String, Object> properties) {
            return List.of(
                    Opening.of(Place.unit(properties, "0"), "0", Map.of()),
                    Opening.of(Place.unit(properties, "1"), "1", Map.of()));
        }
    },
    TWO_CONNECTIONS {
        @Override
        List<Opening> open(Map<String, Object> properties) {
            Place first = Place.unit(properties, "0");
            Place second = first.elsewhere(properties, "1");
            return List.of(Opening.of(first, "0", Map.of()), Opening.of(second, "1", second.connection()));
        }
    },
    /** One unit on one database; the EntityManagers see rows of different tenants. */
    TENANTS {
        @Override
        List<Opening> open(Map<String, Object> properties) {
            Place place = Place.ofTenants(properties, "0");
            return List.of(
                    Opening.ofTenant(place, Tenants.FIRST),
                    Opening.toldTenant(place, Tenants.SECOND),
                    Opening.toldTenant(place, Tenants.FIRST));
        }
    },
    /** Transactions that somebody else begins and ends, as on a server. */
    SERVER {
        @Override
        List<Opening> open(Map<String, Object> properties) {
            return List.of(Opening.of(Place.onServer(properties, "0"), "0", Map.of()));
        }

        @Override
        Demarcation demarcation() {
            return new JoinedTransactions();
        }
    };

    abstract List<Opening> open(Map<String, Object> properties);

    /** How the EntityManagers take part in transactions. */
    Demarcation demarcation() {
        return new OwnTransactions();
    }
}

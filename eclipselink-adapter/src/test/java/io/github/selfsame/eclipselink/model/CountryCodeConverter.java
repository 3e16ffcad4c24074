package io.github.selfsame.eclipselink.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps country codes in lower case. */
@Converter
public class CountryCodeConverter implements AttributeConverter<CountryCode, String> {

    private static final AtomicInteger CONVERSIONS = new AtomicInteger();

    /** How many codes have been made columns of. */
    public static int conversions() {
        return CONVERSIONS.get();
    }

    @Override
    public String convertToDatabaseColumn(CountryCode code) {
        CONVERSIONS.incrementAndGet();
        return code == null ? null : code.toString().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public CountryCode convertToEntityAttribute(String column) {
        return column == null ? null : new CountryCode(column.toUpperCase(java.util.Locale.ROOT));
    }
}

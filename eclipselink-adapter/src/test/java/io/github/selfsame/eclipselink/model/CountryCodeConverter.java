package io.github.selfsame.eclipselink.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps country codes in lower case. */
@Converter
public class CountryCodeConverter implements AttributeConverter<CountryCode, String> {

    @Override
    public String convertToDatabaseColumn(CountryCode code) {
        return code == null ? null : code.toString().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public CountryCode convertToEntityAttribute(String column) {
        return column == null ? null : new CountryCode(column.toUpperCase(java.util.Locale.ROOT));
    }
}

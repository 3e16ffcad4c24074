package io.github.selfsame.eclipselink.values;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a list that can be changed. */
@Converter
public class WordsConverter implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(List<String> words) {
        return words == null ? null : String.join(" ", words);
    }

    @Override
    public List<String> convertToEntityAttribute(String column) {
        return column == null ? null : new ArrayList<>(Arrays.asList(column.split(" ")));
    }
}

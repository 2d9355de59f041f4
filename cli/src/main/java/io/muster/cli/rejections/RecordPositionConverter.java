package io.muster.cli.rejections;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a position as printed by {@code muster rejections list}. */
final class RecordPositionConverter implements ITypeConverter<RecordPosition> {

    @Override
    public RecordPosition convert(String text) {
        try {
            return RecordPosition.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}

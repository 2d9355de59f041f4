package io.muster.cli.options;

import io.muster.domain.AreaId;
import picocli.CommandLine.ITypeConverter;

/** The id of an area as an option or a parameter. */
public final class AreaIdConverter implements ITypeConverter<AreaId> {

    @Override
    public AreaId convert(String value) {
        return new AreaId(value);
    }
}

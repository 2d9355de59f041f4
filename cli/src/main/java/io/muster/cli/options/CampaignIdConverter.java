package io.muster.cli.options;

import io.muster.domain.CampaignId;
import picocli.CommandLine.ITypeConverter;

/** The id of a campaign as an option or a parameter. */
public final class CampaignIdConverter implements ITypeConverter<CampaignId> {

    @Override
    public CampaignId convert(String value) {
        return new CampaignId(value);
    }
}

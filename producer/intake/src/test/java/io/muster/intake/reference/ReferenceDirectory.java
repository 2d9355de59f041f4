package io.muster.intake.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A directory of reference files for tests. */
final class ReferenceDirectory {

    static final String CAMPAIGNS_HEADING = "campaignId,name_vi,name_en,startsOn,endsOn,zone,"
            + "rootAreaId,planCurve,planPoints,baseline,stockTarget,alertRules\n";
    static final String CAMPAIGN = "drive,Đợt,Drive,2023-05-01,2023-05-31,Asia/Ho_Chi_Minh,root,"
            + "POINTS,2023-05-01:0.02;2023-05-10:0.2,100,500,"
            + "district: silentHours=96 behindMarginPercent=12.5;commune\n";
    static final String AREAS_HEADING = "areaId,parentId,level,kind,name_vi,name_en,baseline,tileColumn,tileRow\n";
    static final String AREAS = """
            root,,province,province,Bắc Giang,Bac Giang,,,
            yen-dung,root,district,district,Yên Dũng,Yen Dung,12,3,4
            """;
    static final String TARGETS_HEADING = "campaignId,areaId,target\n";
    static final String TARGETS = "drive,root,3285\ndrive,yen-dung,285\n";

    private final Path directory;

    private ReferenceDirectory(Path directory) {
        this.directory = directory;
    }

    /** A directory of valid files. */
    static ReferenceDirectory sound(Path directory) {
        return new ReferenceDirectory(directory)
                .with("campaigns.csv", CAMPAIGNS_HEADING + CAMPAIGN)
                .with("areas.csv", AREAS_HEADING + AREAS)
                .with("targets.csv", TARGETS_HEADING + TARGETS);
    }

    ReferenceDirectory with(String file, String content) {
        try {
            Files.writeString(directory.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    ReferenceFiles read() {
        return ReferenceReader.read(List.of(directory));
    }

    ReferenceFiles read(String... files) {
        return ReferenceReader.read(List.of(files).stream().map(this::file).toList());
    }
}

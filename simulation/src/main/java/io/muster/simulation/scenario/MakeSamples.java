package io.muster.simulation.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the sample files, reproducibly: {@code ./mvnw -q -pl simulation -am -Pmake-samples process-classes}. */
public final class MakeSamples {

    private MakeSamples() {}

    /** @param args the folder to write to; each drive gets a subfolder */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** Content of all sample files, by path relative to the samples folder. */
    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Drive drive : Drives.ALL) {
            SampleFiles.of(SampleMaker.make(drive))
                    .forEach((name, content) -> files.put(drive.campaign().campaignId() + "/" + name, content));
        }
        return files;
    }
}

package io.muster.cli.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.participant.ParticipantRef;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The output format of a command. */
public final class OutputOptions {

    /** Formats that every printing command supports. */
    public enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            defaultValue = "text",
            description = "Output format: text for people, json for programs (${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    public Format format() {
        return format;
    }

    public boolean isJson() {
        return format == Format.JSON;
    }

    /** Configures a mapper that writes an id as its text. */
    public static JsonMapper.Builder json() {
        return JsonMapper.builder()
                .addModule(new SimpleModule()
                        .addSerializer(CampaignId.class, ToStringSerializer.instance)
                        .addSerializer(AreaId.class, ToStringSerializer.instance)
                        .addSerializer(ParticipantRef.class, ToStringSerializer.instance));
    }

    /** Prints a report as JSON. */
    public static void printJson(PrintWriter out, Object report) {
        try {
            out.println(json().build().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(report.getClass() + " cannot be written as JSON", e);
        }
    }
}

package io.muster.intake.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Builds a workbook from arbitrary bytes, so that a fuzzer mutates XML and text rather than a compressed archive. The
 * first byte selects what to replace: a part of the workbook, whose rows can be doubled as often as the second byte
 * says; a value in the second data row, with column, type and style in the next three bytes; or the whole file.
 */
final class FuzzedWorkbook {

    /** The order of parts is fixed, so that stored inputs keep their meaning. */
    private static final List<String> PARTS = List.of(
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "[Content_Types].xml",
            "_rels/.rels");

    private static final byte WHOLE_FILE = (byte) PARTS.size();
    private static final byte REPEATED = 16;
    private static final byte CELL = 32;
    private static final int CHANGED_ROW = 3;
    private static final List<String> TYPES = List.of("n", "str", "b", "e", "inlineStr", "");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\x{FFFE}\\x{FFFF}]");
    private static final int MOST_REPEATED_BYTES = 4 << 20;

    private final byte[] template;
    private final Map<String, byte[]> parts;

    /** @param template a valid workbook */
    FuzzedWorkbook(Path template) throws IOException {
        this.template = Files.readAllBytes(template);
        this.parts = unpacked(template);
    }

    /** Seeds: each part unchanged, the first one repeated, and the whole file. */
    Stream<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (byte part = 0; part < PARTS.size(); part++) {
            seeds.add(concat(new byte[] {part}, parts.getOrDefault(PARTS.get(part), new byte[0])));
        }
        seeds.add(concat(
                new byte[] {REPEATED, 2},
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>".getBytes(StandardCharsets.UTF_8)));
        for (byte type = 0; type < TYPES.size(); type++) {
            seeds.add(concat(new byte[] {CELL, 5, type, 1}, "45064.5".getBytes(StandardCharsets.UTF_8)));
            seeds.add(concat(new byte[] {CELL, 1, type, 0}, "1".getBytes(StandardCharsets.UTF_8)));
        }
        seeds.add(concat(new byte[] {WHOLE_FILE}, template));
        return seeds.stream();
    }

    /** The workbook for an input. */
    byte[] of(byte[] input) {
        if (input.length < 2 || input[0] == WHOLE_FILE) {
            return input.length < 1 ? input : concat(new byte[0], input, 1);
        }
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        if (isOneCell(input)) {
            changed.computeIfPresent(PARTS.get(0), (name, sheet) -> withCell(sheet, input));
            return packed(changed);
        }
        String part = PARTS.get(Math.floorMod(input[0], PARTS.size()));
        byte[] content = concat(new byte[0], input, (input[0] & REPEATED) == 0 ? 1 : 2);
        changed.put(part, (input[0] & REPEATED) == 0 ? content : repeated(content, input[1] & 0x1F));
        return packed(changed);
    }

    /** Whether the input changes a single value, so that all other rows are unaffected. */
    static boolean isOneCell(byte[] input) {
        return input.length >= 4 && (input[0] & CELL) != 0 && input[0] != WHOLE_FILE;
    }

    private static byte[] withCell(byte[] sheet, byte[] input) {
        String cell = (char) ('A' + (input[1] & 7)) + "" + CHANGED_ROW;
        String type = TYPES.get(Math.floorMod(input[2], TYPES.size()));
        String text = UNPRINTABLE
                .matcher(new String(input, 4, input.length - 4, StandardCharsets.UTF_8))
                .replaceAll("?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        String written = "<c r=\"" + cell + "\" s=\"" + (input[3] & 3) + "\""
                + (type.isEmpty() ? "" : " t=\"" + type + "\"")
                + (type.equals("inlineStr") ? "><is><t>" + text + "</t></is></c>" : "><v>" + text + "</v></c>");
        return new String(sheet, StandardCharsets.UTF_8)
                .replaceFirst("<c r=\"" + cell + "\".*?</c>", Matcher.quoteReplacement(written))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @param doublings how often the rows are doubled, within limits. The XML around them is not repeated */
    private static byte[] repeated(byte[] content, int doublings) {
        int times = 1 << Math.min(doublings, 22);
        String text = new String(content, StandardCharsets.ISO_8859_1)
                .repeat(Math.max(1, Math.min(times, MOST_REPEATED_BYTES / Math.max(1, content.length))));
        return ("<?xml version=\"1.0\"?><worksheet><sheetData>" + text + "</sheetData></worksheet>")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return concat(first, second, 0);
    }

    private static byte[] concat(byte[] first, byte[] second, int from) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.write(second, from, second.length - from);
        return both.toByteArray();
    }

    private static Map<String, byte[]> unpacked(Path workbook) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return parts;
    }

    static byte[] packed(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes;
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

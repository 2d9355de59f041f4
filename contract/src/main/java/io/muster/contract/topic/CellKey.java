package io.muster.contract.topic;

import io.muster.domain.AreaId;
import io.muster.domain.CampaignId;
import io.muster.domain.ledger.Cell;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Key of a subtotal on the cells topic: {@code campaignId|areaId|day|input partition}, as UTF-8.
 *
 * @param inputPartition the partition of the enrollments topic that the subtotal counts
 */
public record CellKey(Cell cell, int inputPartition) {

    private static final char SEPARATOR = RecordKeys.COUNT_SEPARATOR;

    public byte[] toBytes() {
        return (cell.campaignId().value()
                        + SEPARATOR
                        + cell.areaId().value()
                        + SEPARATOR
                        + cell.day()
                        + SEPARATOR
                        + inputPartition)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException if the bytes are not a cell key */
    public static CellKey fromBytes(byte[] bytes) {
        String key = new String(bytes, StandardCharsets.UTF_8);
        int area = key.indexOf(SEPARATOR);
        int day = key.indexOf(SEPARATOR, area + 1);
        int partition = key.indexOf(SEPARATOR, day + 1);
        if (area < 0 || day < 0 || partition < 0) {
            throw new IllegalArgumentException("not the key of a cell: " + key);
        }
        try {
            return new CellKey(
                    new Cell(
                            new CampaignId(key.substring(0, area)),
                            new AreaId(key.substring(area + 1, day)),
                            LocalDate.parse(key.substring(day + 1, partition))),
                    Integer.parseInt(key.substring(partition + 1)));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("not the key of a cell: " + key, e);
        }
    }
}

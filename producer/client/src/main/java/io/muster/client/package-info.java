/**
 * Publishes statements and reference records; what a registration system embeds.
 *
 * <p>{@link io.muster.client.EnrollmentClient} is for offices, where the network comes and goes:
 *
 * <ul>
 *   <li>What {@code record} has returned for is in the {@linkplain io.muster.client.spool spool} on the disk, and survives a crash and a power cut.
 *   <li>It is sent until all in-sync replicas have it. It may arrive again, under the same event id, and then changes no figure.
 *   <li>No statement arrives for the first time before an earlier one about the same participant, but where that one was refused.
 *   <li>Trouble with the broker, the registry, the access to them or the clock is waited out. What a statement itself causes makes it refused: it is
 *       kept, with the reason, and holds up no other.
 *   <li>Of two statements that an office makes about a participant the later one wins, though its clock was set back by up to a day in between,
 *       unless versions are given.
 * </ul>
 *
 * <p>{@link io.muster.client.EnrollmentPublisher} is for many statements at once from a source that can be read again, such as a file: it keeps
 * nothing, and says of each statement whether it is acknowledged.
 */
@NullMarked
package io.muster.client;

import org.jspecify.annotations.NullMarked;

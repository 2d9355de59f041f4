/**
 * Publishes statements and reference records; the library that a registration system embeds.
 *
 * <p>{@link io.muster.client.EnrollmentClient} is for offices with an unreliable network:
 *
 * <ul>
 *   <li>A registration is in the {@linkplain io.muster.client.spool spool} on disk when {@code record} returns, and
 *       survives crashes and power cuts.
 *   <li>Delivery is at least once: a statement is sent until all in-sync replicas have acknowledged it. Duplicates
 *       have the same event id and change no figure.
 *   <li>The first deliveries of the statements about one participant are in order, except for refused statements.
 *   <li>The client retries while the broker, the registry, the access to them or the clock is at fault. A statement
 *       that is itself at fault is refused: it is kept with the reason, and does not block others.
 *   <li>Of two statements that one office makes about a participant, the later one wins even if the clock was set back
 *       by up to a day in between, unless versions are given explicitly.
 * </ul>
 *
 * <p>{@link io.muster.client.EnrollmentPublisher} is for bulk publishing from a source that can be read again, such as
 * a file. It stores nothing, and reports for each statement whether it is acknowledged.
 */
@NullMarked
package io.muster.client;

import org.jspecify.annotations.NullMarked;

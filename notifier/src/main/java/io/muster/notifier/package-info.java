/**
 * Which notifications a receiver gets, when, and in which words: pure functions of alerts, delivery records and time.
 */
@NullMarked
package io.muster.notifier;

import org.jspecify.annotations.NullMarked;

/** Who is to be told what about alerts, when, and in which words: functions of the alerts, of what was told, and of the time. */
@NullMarked
package io.muster.notifier;

import org.jspecify.annotations.NullMarked;

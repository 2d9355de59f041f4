/**
 * How an application replaces another: it follows the predecessor, detects that it has ended, catches up, and takes
 * over.
 */
@NullMarked
package io.muster.streams.succession;

import org.jspecify.annotations.NullMarked;

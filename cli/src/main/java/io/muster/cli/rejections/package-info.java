/** {@code muster rejections}: what could not be counted and why; sends it again once repaired. */
@NullMarked
package io.muster.cli.rejections;

import org.jspecify.annotations.NullMarked;

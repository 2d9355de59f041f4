/** {@code muster rejections}: lists records that could not be counted, and sends them again. */
@NullMarked
package io.muster.cli.rejections;

import org.jspecify.annotations.NullMarked;

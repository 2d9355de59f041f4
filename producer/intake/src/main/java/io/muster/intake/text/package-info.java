/** Raw lines of text files, their encoding, and problems with their place in a file. */
@NullMarked
package io.muster.intake.text;

import org.jspecify.annotations.NullMarked;

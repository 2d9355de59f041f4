/** What a command says when it cannot do what it was asked. */
@NullMarked
package io.muster.cli.failure;

import org.jspecify.annotations.NullMarked;

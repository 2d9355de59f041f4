/** Sets up the topics of the contract on a broker and their schemas in a registry. */
@NullMarked
package io.muster.cli.topics;

import org.jspecify.annotations.NullMarked;

/**
 * A real broker in this process and a real schema registry in a child process. Other packages see only their
 * addresses, as for any other broker and registry.
 */
@NullMarked
package io.muster.sandbox;

import org.jspecify.annotations.NullMarked;

/**
 * A real broker in this process, and a real schema registry in a child process. Other packages see only their
 * addresses, like those of any other broker and registry.
 */
@NullMarked
package io.muster.sandbox;

import org.jspecify.annotations.NullMarked;

/** The commands that run a service until it is stopped. */
@NullMarked
package io.muster.cli.service;

import org.jspecify.annotations.NullMarked;

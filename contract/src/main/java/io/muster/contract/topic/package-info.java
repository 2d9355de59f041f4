/** The topics of the public contract, their record keys and headers. */
@NullMarked
package io.muster.contract.topic;

import org.jspecify.annotations.NullMarked;

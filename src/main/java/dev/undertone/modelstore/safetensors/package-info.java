/** The safetensors format: a JSON header, then the bytes of the tensors, in one file or in shards. */
@NullMarked
package dev.undertone.modelstore.safetensors;

import org.jspecify.annotations.NullMarked;

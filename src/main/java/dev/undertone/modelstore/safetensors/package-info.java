/** The safetensors format: a JSON header, then the bytes of the tensors, in one file or in shards. */
@NamedInterface("safetensors")
@NullMarked
package dev.undertone.modelstore.safetensors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

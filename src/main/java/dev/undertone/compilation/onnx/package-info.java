/** Writes ONNX models: a graph in protocol buffers, and its large constants in a file beside it. */
@NullMarked
package dev.undertone.compilation.onnx;

import org.jspecify.annotations.NullMarked;

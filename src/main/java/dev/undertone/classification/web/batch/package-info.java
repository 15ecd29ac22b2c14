/** Many texts at once: jobs that run in the background, their page and their files. */
@NullMarked
package dev.undertone.classification.web.batch;

import org.jspecify.annotations.NullMarked;

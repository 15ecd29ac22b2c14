/** A house that breaks every rule of ours on purpose, so that each rule is seen to fail; it is never run. */
@NullMarked
package crooked;

import org.jspecify.annotations.NullMarked;

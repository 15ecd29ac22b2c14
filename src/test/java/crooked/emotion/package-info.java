/** Has moods. And more. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package crooked.emotion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

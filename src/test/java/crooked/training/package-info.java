@ApplicationModule(allowedDependencies = {"emotion"})
package crooked.training;

import org.springframework.modulith.ApplicationModule;

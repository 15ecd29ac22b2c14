/** Lists that are read page by page: limit, opaque cursor, page; plain Java. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.undertone.paging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

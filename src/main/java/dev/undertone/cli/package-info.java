/** Commands: parse, call, print, exit code. */
@ApplicationModule(
        allowedDependencies = {
            "emotion",
            "benchmark",
            "classification",
            "classification :: explanation",
            "training",
            "training :: data",
            "training :: evaluation",
            "training :: recipe",
            "training :: teacher",
            "training :: augmentation",
            "training :: calibration",
            "modelstore",
            "textfile",
            "account",
            "audit",
            "paging"
        })
@NullMarked
package dev.undertone.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

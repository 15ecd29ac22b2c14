package dev.undertone.moderation.file;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the file intake together; commands have no part in it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties({FileIntakeSettings.class, DataFolder.class})
@Import({
    FileJobs.class,
    RejectedRows.class,
    FileRun.class,
    FileWorker.class,
    FileHousekeeping.class,
    FileErasure.class,
    UploadKeys.class,
    FileIntake.class
})
class FileIntakeConfiguration {

    @Bean
    Uploads uploads(DataFolder data) {
        return new Uploads(data.dataDir().resolve("uploads"));
    }

    @Bean
    FileBackground fileBackground(
            FileWorker worker, FileHousekeeping housekeeping, FileIntakeSettings settings, Clock clock) {
        return new FileBackground(worker, housekeeping, settings.poll(), settings.runJobs(), clock);
    }
}

package dev.undertone.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test class that drives the running service with Chromium. Its methods may take a {@link Visitor}. Without a
 * Chromium they are left out, with a line that says so; under {@code CI=true} they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "undertone.modelstore.path=./model-store")
@ActiveProfiles("test")
@Import(StandInClassifier.class)
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {}

package dev.undertone.browser;

import dev.undertone.account.People;
import dev.undertone.classification.ClassifierUnavailable;
import dev.undertone.classification.EmotionClassifier;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Starts one browser for the whole run and gives each test a visitor of its own. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
    /** Many times what the longest test takes where much else runs. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String MISSING =
            "No Chromium found (looked at UNDERTONE_CHROMIUM, then for chromium, chromium-browser and google-chrome)";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult decision = decide(System.getenv());
        if (decision.isDisabled()) {
            System.out.println("BROWSER TESTS SKIPPED: " + MISSING);
        }
        return decision;
    }

    /** Leaving tests out must be seen, and where nobody looks, as in CI, it must fail. */
    static ConditionEvaluationResult decide(Map<String, String> environment) {
        if (Chromium.find(environment).isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium found");
        }
        if ("true".equals(environment.get("CI"))) {
            throw new IllegalStateException(MISSING + "; under CI=true the browser tests must run");
        }
        return ConditionEvaluationResult.disabled(MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visitor.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunningBrowser running = running(context.getRoot().getStore(NAMESPACE));
        context.getStore(NAMESPACE).put(Watch.class, new Watch(running.endAfter(PATIENCE)));
        ApplicationContext service = SpringExtension.getApplicationContext(context);
        waitForModel(service.getBean(EmotionClassifier.class));
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        Visitor visitor = new Visitor(running.browser(), "http://localhost:" + port, service.getBean(People.class));
        context.getStore(NAMESPACE).put(Visitor.class, visitor);
        return visitor;
    }

    private static RunningBrowser running(Store store) {
        RunningBrowser running = store.get(RunningBrowser.class, RunningBrowser.class);
        if (running != null && running.ended()) {
            store.remove(RunningBrowser.class);
            running.close();
        }
        return store.computeIfAbsent(RunningBrowser.class, key -> RunningBrowser.start(), RunningBrowser.class);
    }

    /** The checkpoint is loaded beside the start of the service; until then every page would say so. */
    private static void waitForModel(EmotionClassifier classifier) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptionsInstanceOf(ClassifierUnavailable.class)
                .until(() -> !classifier.model().checkpoint().value().isEmpty());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional.ofNullable(context.getStore(NAMESPACE).get(Visitor.class, Visitor.class))
                .ifPresent(Visitor::leave);
    }

    /** Ends when its test does, after what comes after the test: that may hang as well. */
    private record Watch(Future<?> end) implements AutoCloseable {

        @Override
        public void close() {
            end.cancel(false);
        }
    }
}

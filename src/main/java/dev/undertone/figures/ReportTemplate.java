package dev.undertone.figures;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A file of a report with places for what was measured; {@code .html} and {@code .svg} are escaped as such. */
public final class ReportTemplate {

    private static final ITemplateEngine ENGINE = engine();

    private ReportTemplate() {}

    /**
     * The file with these values in it.
     *
     * @param file its name among the templates of reports
     */
    public static String fill(String file, Map<String, Object> values) {
        return ENGINE.process(file, new Context(Locale.ROOT, values));
    }

    private static ITemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(ReportTemplate.class.getClassLoader());
        resolver.setPrefix("report/");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}

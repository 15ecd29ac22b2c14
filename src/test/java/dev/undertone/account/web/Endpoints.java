package dev.undertone.account.web;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** All doors that the running service has, as Spring knows them: {@code GET /api/v1/me} and so on. */
final class Endpoints {

    private Endpoints() {}

    static Set<String> of(ApplicationContext context) {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .map(mapping -> mapping.getHandlerMethods().keySet())
                .flatMap(Collection::stream)
                .flatMap(Endpoints::lines)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> lines(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        Stream<String> named =
                methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(Enum::name);
        return named.flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path));
    }
}

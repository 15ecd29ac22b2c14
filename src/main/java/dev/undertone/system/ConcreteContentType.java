package dev.undertone.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses a content type that could be any, over which Spring stumbles where it no longer answers for it. */
final class ConcreteContentType extends OncePerRequestFilter {

    private final HandlerExceptionResolver problems;

    ConcreteContentType(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("").replaceFirst(";.*", "");
        if (type.contains("*")) {
            problems.resolveException(
                    request, response, null, new HttpMediaTypeNotSupportedException("a concrete type is needed"));
        } else {
            chain.doFilter(request, response);
        }
    }
}

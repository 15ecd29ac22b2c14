package dev.undertone.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has no ear for the charset that somebody would like: all answers are UTF-8. Spring would try another one, and fail
 * once everything had been done that was asked for.
 */
final class AnyCharset extends OncePerRequestFilter {

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*(\"[^\"]*\"|[^;,\\s]*)", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean named = Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
                .anyMatch(accepted -> CHARSET.matcher(accepted).find());
        chain.doFilter(named ? new WithoutCharset(request) : request, response);
    }

    private static final class WithoutCharset extends HttpServletRequestWrapper {

        WithoutCharset(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            String value = super.getHeader(name);
            return value != null && HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? without(value) : value;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            Enumeration<String> values = super.getHeaders(name);
            return HttpHeaders.ACCEPT.equalsIgnoreCase(name)
                    ? Collections.enumeration(Collections.list(values).stream()
                            .map(WithoutCharset::without)
                            .toList())
                    : values;
        }

        private static String without(String accepted) {
            return CHARSET.matcher(accepted).replaceAll("");
        }
    }
}

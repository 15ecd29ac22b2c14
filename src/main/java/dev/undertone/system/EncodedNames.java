package dev.undertone.system;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets the last part of one path hold any name, encoded: other systems call their authors {@code a/b}, {@code 100%} or
 * {@code x;y}. All other paths stay as strict as they are by default.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class EncodedNames {

    private static final Pattern NAMED = Pattern.compile("/api/v1/authors/[^/;\\\\]+");

    /** Tomcat hands encoded slashes through, instead of refusing them before anybody is asked. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        });
    }

    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall strict = new StrictHttpFirewall();
        StrictHttpFirewall forNames = new StrictHttpFirewall();
        forNames.setAllowUrlEncodedSlash(true);
        forNames.setAllowUrlEncodedDoubleSlash(true);
        forNames.setAllowUrlEncodedPercent(true);
        forNames.setAllowUrlEncodedPeriod(true);
        forNames.setAllowBackSlash(true);
        forNames.setAllowSemicolon(true);
        forNames.setAllowUrlEncodedLineSeparator(true);
        forNames.setAllowUrlEncodedParagraphSeparator(true);
        return new HttpFirewall() {
            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                String path = request.getRequestURI()
                        .substring(request.getContextPath().length());
                return (NAMED.matcher(path).matches() ? forNames : strict).getFirewalledRequest(request);
            }

            @Override
            public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
                return strict.getFirewalledResponse(response);
            }
        };
    }
}

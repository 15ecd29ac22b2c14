package dev.undertone.system;

import dev.undertone.account.login.FormTokens;
import dev.undertone.account.login.KeyFilter;
import dev.undertone.account.login.Recognition;
import dev.undertone.account.login.SessionCheck;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;

/** Who may ask for what: closed unless a line here opens it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties({DemoSettings.class, HttpSettings.class})
class WebSecurity {

    private static final String[] ASSETS = {"/css/**", "/js/**", "/favicon.svg", "/webjars/**", "/error"};
    private static final String[] OPERATIONS = {"/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**"};
    private static final String[] DEMO = {"/", "/batch/**", "/api/v1/classify"};
    private static final String[] LOGIN = {"/login", "/logout", "/setup/**"};

    @Bean
    FilterRegistrationBean<StrictHeaders> strictHeaders() {
        FilterRegistrationBean<StrictHeaders> first = new FilterRegistrationBean<>(new StrictHeaders());
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    @Bean
    ClosedDoor closedDoor(
            ObjectProvider<HandlerMapping> mappings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return new ClosedDoor(mappings, problems);
    }

    /** Each of a dozen filters would be timed in each request, and nobody reads these figures. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    FormTokens formTokens() {
        return new FormTokens();
    }

    /**
     * What needs no login: begins no session, and looks at one only so that the frame of the page knows who reads it.
     */
    @Bean
    @Order(1)
    SecurityFilterChain open(
            HttpSecurity http,
            DemoSettings demo,
            HttpSettings limits,
            Clock clock,
            Recognition recognition,
            ClosedDoor closed) {
        http.securityMatcher(new OrRequestMatcher(Stream.of(ASSETS, OPERATIONS, DEMO)
                .flatMap(Arrays::stream)
                .map(WebSecurity::path)
                .toList()));
        http.authorizeHttpRequests(requests -> {
            permitInnerDispatches(requests);
            for (HttpMethod reading : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
                requests.requestMatchers(reading, ASSETS).permitAll();
                requests.requestMatchers(reading, OPERATIONS).permitAll();
            }
            if (demo.enabled()) {
                requests.requestMatchers(DEMO).permitAll();
            } else {
                requests.requestMatchers(DEMO).authenticated();
            }
            requests.anyRequest().denyAll();
        });
        refuseWith(http, closed, demo.enabled() ? closed : closed.showingTheLogin());
        // A forged request could do no more than its sender.
        http.csrf(csrf -> csrf.ignoringRequestMatchers(DEMO));
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER));
        http.addFilterAfter(recognition.sessions(), SecurityContextHolderFilter.class);
        if (demo.enabled()) {
            http.addFilterAfter(
                    new RateLimitFilter(demo.rateLimit(), clock, closed.problems()), HeaderWriterFilter.class);
        } else {
            http.addFilterAfter(recognition.keys(closed.problems()), SessionCheck.class);
        }
        http.addFilterAfter(
                new BodyLimit(limits.maxBodySize(), closed.problems()),
                demo.enabled() ? RateLimitFilter.class : HeaderWriterFilter.class);
        return http.build();
    }

    /**
     * The API. Programs show a key with each request, and no session is made or looked at. Pages of ours that are
     * already signed in may call it too; as a browser would send their cookie along with a request that another site
     * forged, such a call needs the page's token unless it only reads.
     */
    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http, Recognition recognition, HttpSettings limits, FormTokens tokens, ClosedDoor closed) {
        http.securityMatcher("/api/**");
        http.authorizeHttpRequests(requests -> {
            permitInnerDispatches(requests);
            AccessTable.applyTo(requests);
        });
        refuseWith(http, closed, closed.askingForAKey());
        RequestMatcher fromAPage = request -> CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
                && !KeyFilter.showsKey(request)
                && request.getSession(false) != null;
        http.csrf(csrf -> csrf.csrfTokenRepository(tokens).requireCsrfProtectionMatcher(fromAPage));
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER));
        http.addFilterAfter(recognition.keys(closed.problems()), SecurityContextHolderFilter.class);
        http.addFilterAfter(recognition.sessions(), KeyFilter.class);
        http.addFilterAfter(new BodyLimit(limits.maxBodySize(), closed.problems()), HeaderWriterFilter.class);
        return http.build();
    }

    /** The pages: a session once somebody has signed in, and a token in every form. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, Recognition recognition, FormTokens tokens, ClosedDoor closed) {
        http.authorizeHttpRequests(requests -> {
            permitInnerDispatches(requests);
            requests.requestMatchers(LOGIN).permitAll();
            PageTable.applyTo(requests);
            requests.anyRequest().denyAll();
        });
        refuseWith(http, closed, closed.showingTheLogin());
        http.csrf(csrf -> csrf.csrfTokenRepository(tokens));
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED));
        http.addFilterAfter(recognition.sessions(), SecurityContextHolderFilter.class);
        return http.build();
    }

    private static void permitInnerDispatches(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // The end of a stream is an inner dispatch too.
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
    }

    private static void refuseWith(HttpSecurity http, ClosedDoor closed, AuthenticationEntryPoint unknown) {
        http.exceptionHandling(
                refusals -> refusals.authenticationEntryPoint(unknown).accessDeniedHandler(closed));
        http.requestCache(AbstractHttpConfigurer::disable);
        // Signing out is a form of the login pages.
        http.logout(AbstractHttpConfigurer::disable);
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.pathPattern(pattern);
    }
}

package dev.undertone.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.undertone.account.ApiKeys;
import dev.undertone.account.People;
import dev.undertone.account.PersonDetails;
import dev.undertone.account.Role;
import dev.undertone.account.Scope;
import dev.undertone.account.login.Identity;
import dev.undertone.database.OnH2;
import dev.undertone.database.OnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No endpoint changes anything unrecorded. */
final class MutatingEndpointsTests {

    private static final Set<RequestMethod> MUTATING =
            EnumSet.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    @Nested
    @OnH2
    class H2 extends Cases {
        H2(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    @Nested
    @OnPostgres
    class Postgres extends Cases {
        Postgres(@Autowired ApplicationContext context) {
            super(context);
        }
    }

    abstract static class Cases {

        private final ApplicationContext context;

        Cases(ApplicationContext context) {
            this.context = context;
        }

        /** Even with every change taken back the file stays, empty, and would be there for the tests that follow. */
        @AfterEach
        void removeTheChangedSettings() throws IOException {
            String folder = context.getEnvironment().getRequiredProperty("undertone.data-dir");
            Files.deleteIfExists(Path.of(folder, "settings.properties"));
        }

        @Test
        void everyMutatingEndpointWritesAnAuditEntry() {
            String key = context.getBean(ApiKeys.class).create("walker", EnumSet.allOf(Scope.class), Actor.service());
            RecordedApi api =
                    new RecordedApi(context.getBean(MockMvcTester.class), context.getBean(JdbcTemplate.class), key);

            SampleCalls.make(api, admin());

            assertThat(new EndpointWalk(endpoints(), SampleCalls.unchanging(), api.written()).complaints())
                    .isEmpty();
            assertThat(context.getBean(AuditChain.class)
                            .verify(Optional.empty())
                            .firstBroken())
                    .isEmpty();
        }

        private Identity.OfPerson admin() {
            People people = context.getBean(People.class);
            people.create("Walker", Role.ADMIN, Actor.service());
            PersonDetails made = people.named("Walker").orElseThrow();
            return new Identity.OfPerson(made.id(), made.name(), made.role(), made.epoch());
        }

        private Set<String> endpoints() {
            Set<String> endpoints = new TreeSet<>();
            context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                    .getHandlerMethods()
                    .keySet()
                    .forEach(mapping -> methods(mapping)
                            .forEach(method -> mapping.getPatternValues()
                                    .forEach(pattern -> endpoints.add(method + " " + pattern))));
            return endpoints;
        }

        /** A mapping that names no method takes them all; the error page is the one that may. */
        private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
            Set<RequestMethod> named = mapping.getMethodsCondition().getMethods();
            if (named.isEmpty()) {
                return mapping.getPatternValues().equals(Set.of("/error")) ? Set.of() : MUTATING;
            }
            Set<RequestMethod> mutating = EnumSet.copyOf(MUTATING);
            mutating.retainAll(named);
            return mutating;
        }
    }
}

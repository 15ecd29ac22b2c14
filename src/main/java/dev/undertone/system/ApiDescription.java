package dev.undertone.system;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says about the whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String KEY = "api-key";

    @Bean
    OpenAPI undertoneApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Undertone")
                        .version("v1")
                        .description("Reads the emotion under the words. Errors are RFC 9457 problem documents.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API key, or the session of the pages.")))
                .addSecurityItem(new SecurityRequirement().addList(KEY));
    }

    /** What can be asked without a key, as long as the demo is open. */
    @Bean
    OpenApiCustomizer openDoors() {
        return api -> Objects.requireNonNull(api.getPaths().get("/api/v1/classify"), "classify is described")
                .readOperations()
                .forEach(operation -> operation.setSecurity(
                        List.of(new SecurityRequirement(), new SecurityRequirement().addList(KEY))));
    }
}

package dev.undertone.system;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says about the whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI undertoneApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Undertone")
                        .version("v1")
                        .description("Reads the emotion under the words. Errors are RFC 9457 problem documents.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
    }
}

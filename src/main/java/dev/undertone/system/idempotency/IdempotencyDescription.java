package dev.undertone.system.idempotency;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Tells in the OpenAPI document which endpoints take an {@code Idempotency-Key}. */
final class IdempotencyDescription implements OpenApiCustomizer {

    private static final String DESCRIPTION =
            "Sent again with the same key, the request is not worked on again and gets the first answer, marked with "
                    + IdempotencyFilter.REPLAYED + ".";

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().forEach((path, item) -> {
            Operation post = item.getPost();
            if (post != null && takesKey(path)) {
                post.addParametersItem(new HeaderParameter()
                        .name(IdempotencyFilter.KEY)
                        .description(DESCRIPTION)
                        .schema(new StringSchema().minLength(1).maxLength(IdempotencyKey.LONGEST)));
            }
        });
    }

    private static boolean takesKey(String path) {
        String pattern = path.replaceAll("\\{[^}]*}", "*");
        return Arrays.stream(IdempotentEndpoint.values())
                .anyMatch(endpoint -> endpoint.path().equals(pattern));
    }
}

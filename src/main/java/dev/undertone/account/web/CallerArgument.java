package dev.undertone.account.web;

import dev.undertone.account.Caller;
import dev.undertone.account.login.Identity;
import dev.undertone.account.login.NotRecognised;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller that takes a {@link Caller} whoever sent the request. */
final class CallerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer view,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String address = ((ServletWebRequest) request).getRequest().getRemoteAddr();
        return identity().orElseThrow(NotRecognised::nobody).caller(address);
    }

    /** Who has been recognised, if anybody. */
    static Optional<Identity> identity() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Identity.class::isInstance)
                .map(Identity.class::cast);
    }
}

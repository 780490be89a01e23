package app.tahap.deal;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * Gives controllers {@link DealCriteria#NONE} where the request asks for nothing, as most visits of the board and most
 * moves do. Spring examines each of the record's components anew for each request, which takes longer than all queries'
 * answers to be read.
 */
final class DealCriteriaResolver implements HandlerMethodArgumentResolver {

    private static final String NAME = "dealCriteria";
    private static final String RESOLVED = DealCriteriaResolver.class.getName();

    private static final Set<String> COMPONENTS = Arrays.stream(DealCriteria.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final HandlerMethodArgumentResolver binding = new ServletModelAttributeMethodProcessor(true);

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == DealCriteria.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        Object criteria = resolve(parameter, model, request, binders);
        if (criteria != null) {
            request.setAttribute(RESOLVED, criteria, RequestAttributes.SCOPE_REQUEST);
        }
        return criteria;
    }

    /** What the request's controller was given, for those who answer after it has failed; without it nothing is asked for. */
    static DealCriteria resolvedIn(HttpServletRequest request) {
        return request.getAttribute(RESOLVED) instanceof DealCriteria criteria ? criteria : DealCriteria.NONE;
    }

    private @Nullable Object resolve(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        if (request.getParameterMap().keySet().stream().anyMatch(DealCriteriaResolver::isOurs)) {
            return binding.resolveArgument(parameter, model, request, binders);
        }
        Assert.state(model != null && binders != null, "Only for controllers' methods");
        model.addAllAttributes(binders.createBinder(request, DealCriteria.NONE, NAME)
                .getBindingResult()
                .getModel());
        return DealCriteria.NONE;
    }

    /** Whether a parameter is a component, or goes on where one ends, as {@code created.from}. */
    private static boolean isOurs(String parameter) {
        return COMPONENTS.contains(parameter.split("[.\\[]", 2)[0]);
    }
}

package app.tahap.deal;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * Gives controllers {@link DealCriteria#NONE} where the address asks for nothing, as most visits of the board do. Spring
 * examines each of the record's components anew for each request, which takes longer than all queries' answers to be read.
 */
final class DealCriteriaResolver implements HandlerMethodArgumentResolver {

    private static final String NAME = "dealCriteria";

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
        if (!request.getParameterMap().isEmpty()) {
            return binding.resolveArgument(parameter, model, request, binders);
        }
        Assert.state(model != null && binders != null, "Only for controllers' methods");
        model.addAllAttributes(binders.createBinder(request, DealCriteria.NONE, NAME)
                .getBindingResult()
                .getModel());
        return DealCriteria.NONE;
    }
}

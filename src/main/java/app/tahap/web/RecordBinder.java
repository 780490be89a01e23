package app.tahap.web;

import jakarta.servlet.ServletRequest;
import jakarta.validation.Valid;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.MutablePropertyValues;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.AbstractPropertyBindingResult;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ExtendedServletRequestDataBinder;

/**
 * Makes the records that forms and filters are. A parameter whose name goes on where the record ends, such as
 * {@code title[0]}, is answered with 400. A value of the wrong type leaves null in the record, which is there
 * and validated nevertheless, so that a controller can tell all errors at once and show what was typed.
 */
class RecordBinder extends ExtendedServletRequestDataBinder {

    private @Nullable AbstractPropertyBindingResult incomplete;

    RecordBinder(@Nullable Object target, String objectName) {
        super(target, objectName);
    }

    @Override
    public void construct(ServletRequest request) {
        Class<?> type = Objects.requireNonNull(getTargetType()).toClass();
        for (String name : Collections.list(request.getParameterNames())) {
            if (!mayName(type, name)) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, name);
            }
        }
        try {
            super.construct(request);
        } catch (IllegalArgumentException | ConversionException | InvalidPropertyException unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The parameters make no form", unreadable);
        }
        if (getTarget() != null && getBindingResult().hasErrors()) {
            incomplete = withTarget();
            validateRest(incomplete);
        }
    }

    /** Spring validates only what could be read in full; people want to know all that is wrong at once. */
    private void validateRest(AbstractPropertyBindingResult result) {
        if (!isToBeValidated()) {
            return;
        }
        Object target = Objects.requireNonNull(getTarget());
        BeanPropertyBindingResult found = new BeanPropertyBindingResult(target, getObjectName());
        getValidatorsToApply().forEach(validator -> validator.validate(target, found));
        found.getFieldErrors().stream()
                .filter(error -> !result.hasFieldErrors(error.getField()))
                .toList()
                .forEach(result::addError);
    }

    private boolean isToBeValidated() {
        ResolvableType type = getTargetType();
        return type != null
                && type.getSource() instanceof MethodParameter parameter
                && parameter.hasParameterAnnotation(Valid.class);
    }

    private AbstractPropertyBindingResult withTarget() {
        AbstractPropertyBindingResult result = new BeanPropertyBindingResult(
                getTarget(), getObjectName(), isAutoGrowNestedPaths(), getAutoGrowCollectionLimit());
        if (getConversionService() != null) {
            result.initConversion(getConversionService());
        }
        result.addAllErrors(getBindingResult());
        return result;
    }

    @Override
    protected AbstractPropertyBindingResult getInternalBindingResult() {
        return incomplete == null ? super.getInternalBindingResult() : incomplete;
    }

    /** Nothing of a record can be set once it is made. */
    @Override
    protected void doBind(MutablePropertyValues values) {
        if (!(getTarget() instanceof Record)) {
            super.doBind(values);
        }
    }

    /** Whether a parameter is a value that the record can hold, or none of its own. */
    private static boolean mayName(Class<?> type, String parameter) {
        if (!type.isRecord()) {
            return true;
        }
        String name = parameter.split("[.\\[]", 2)[0];
        String rest = parameter.substring(name.length());
        return rest.isEmpty()
                || Arrays.stream(type.getRecordComponents())
                        .filter(component -> component.getName().equals(name))
                        .allMatch(component -> mayGoOn(component, rest));
    }

    private static boolean mayGoOn(RecordComponent component, String rest) {
        Class<?> type = component.getType();
        if (rest.startsWith(".")) {
            return type.isRecord() && mayName(type, rest.substring(1));
        }
        boolean holdsMany = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        return holdsMany && rest.indexOf(']') == rest.length() - 1;
    }
}

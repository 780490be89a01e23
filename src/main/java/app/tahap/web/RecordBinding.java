package app.tahap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.ServletRequestDataBinder;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.InitBinderDataBinderFactory;
import org.springframework.web.method.support.InvocableHandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletRequestDataBinderFactory;

/**
 * Lets every controller's parameters be read by {@link RecordBinder}. A request that PostgreSQL ended, since it and another
 * one waited for each other, is handled once more: nothing of it was done, and nobody need know.
 */
@Component
class RecordBinding implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new Adapter();
    }

    private static final class Adapter extends RequestMappingHandlerAdapter {

        private static final int RETRIES = 2;

        @Override
        protected @Nullable ModelAndView handleInternal(
                HttpServletRequest request, HttpServletResponse response, HandlerMethod method) throws Exception {
            for (int retries = 0; ; retries++) {
                try {
                    return super.handleInternal(request, response, method);
                } catch (PessimisticLockingFailureException ended) {
                    if (retries == RETRIES || response.isCommitted()) {
                        throw ended;
                    }
                }
            }
        }

        @Override
        protected InitBinderDataBinderFactory createDataBinderFactory(List<InvocableHandlerMethod> binderMethods) {
            return new ServletRequestDataBinderFactory(binderMethods, getWebBindingInitializer()) {
                @Override
                protected ServletRequestDataBinder createBinderInstance(
                        @Nullable Object target, String objectName, NativeWebRequest request) {
                    return new RecordBinder(target, objectName);
                }
            };
        }
    }
}

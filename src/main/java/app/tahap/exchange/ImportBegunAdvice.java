package app.tahap.exchange;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Shows where an import stands to whoever comes back to a step that is behind it. */
@ControllerAdvice(
        assignableTypes = {
            FormatController.class,
            ColumnsController.class,
            ValuesController.class,
            RecordImportController.class
        })
class ImportBegunAdvice {

    @ExceptionHandler
    String begun(ImportBegunException begun) {
        return "redirect:/imports/" + begun.importId();
    }
}

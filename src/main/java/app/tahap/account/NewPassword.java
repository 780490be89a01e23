package app.tahap.account;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A password good enough to be set: long rather than riddled, and none of those that everybody tries first. */
@Constraint(validatedBy = NewPasswordValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface NewPassword {

    String message() default "{account.password.short}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

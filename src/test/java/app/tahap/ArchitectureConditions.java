package app.tahap;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.lang.annotation.Annotation;
import java.util.function.Predicate;

/** Conditions that ArchUnit does not bring. */
final class ArchitectureConditions {

    private ArchitectureConditions() {}

    static <A extends Annotation> ArchCondition<JavaField> declare(
            Class<A> annotation, Predicate<A> expected, String description) {
        return new ArchCondition<>("be declared " + description) {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean satisfied = expected.test(field.getAnnotationOfType(annotation));
                events.add(new SimpleConditionEvent(field, satisfied, field.getFullName() + " is not " + description));
            }
        };
    }

    /** A call of {@code now()} without a clock, which no test could turn. */
    static ArchCondition<JavaClass> askTheSystemForTheTime() {
        return ArchConditions.callMethodWhere(new DescribedPredicate<>("now() is called without a clock") {
            @Override
            public boolean test(JavaMethodCall call) {
                boolean ofTime = call.getTargetOwner().getPackageName().equals("java.time");
                boolean withoutClock = call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
                boolean system = call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().equals("currentTimeMillis");
                return system || (ofTime && call.getName().equals("now") && withoutClock);
            }
        });
    }

    static ArchCondition<JavaMethod> notBeSetters() {
        return new ArchCondition<>("not be setters") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean setter = method.getName().matches("set[A-Z].*");
                events.add(new SimpleConditionEvent(method, !setter, method.getFullName() + " is a setter"));
            }
        };
    }
}

package app.tahap.campaign;

import app.tahap.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

record CostRow(
        long id, LocalDate spentOn, Money amount, @Nullable String note, String enteredBy) {}

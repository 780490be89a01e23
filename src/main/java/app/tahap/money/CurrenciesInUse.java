package app.tahap.money;

import java.util.Set;

/** In which currencies the workspace has amounts; told by the module whose amounts they are. */
public interface CurrenciesInUse {

    /** ISO 4217 codes, the base currency perhaps among them. */
    Set<String> codes();
}

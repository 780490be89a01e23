package app.tahap.money;

import static org.assertj.core.api.Assertions.assertThat;

import app.tahap.web.Choice;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CurrenciesTests {

    private static final Currency RUPIAH = Currency.getInstance("IDR");

    @Test
    void putsTheBaseCurrencyOnTopAndNowhereElse() {
        assertThat(Currencies.choices(RUPIAH, Locale.ENGLISH))
                .startsWith(new Choice("IDR", "IDR · Indonesian Rupiah"))
                .extracting(Choice::value)
                .containsOnlyOnce("IDR")
                .contains("USD", "EUR", "JPY", "KWD");
    }

    @Test
    void offersOnlyWhatPeoplePayWithToday() {
        assertThat(Currencies.choices(RUPIAH, Locale.ENGLISH))
                .extracting(Choice::value)
                .doesNotContain("XXX", "XAU", "XTS", "DEM", "FRF", "ITL");
    }

    @Test
    void keepsOnOfferTheCurrencyThatADealHas() {
        assertThat(Currencies.choices(RUPIAH, Locale.ENGLISH, Currency.getInstance("DEM")))
                .extracting(Choice::value)
                .contains("DEM");
    }

    @Test
    void namesThemInTheLanguage() {
        assertThat(Currencies.choices(RUPIAH, Locale.forLanguageTag("id")))
                .contains(new Choice("USD", "USD · Dolar Amerika Serikat"));
    }
}

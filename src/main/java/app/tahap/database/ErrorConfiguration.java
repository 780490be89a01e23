package app.tahap.database;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Reads PostgreSQL's own codes: by those of the standard alone a lock that was not to be had is no locking failure. */
@Configuration(proxyBeanMethods = false)
class ErrorConfiguration {

    @Bean
    static SQLExceptionTranslator errors() {
        return new SQLErrorCodeSQLExceptionTranslator("PostgreSQL");
    }
}

package app.tahap.exchange;

import app.tahap.contact.ContactKind;
import app.tahap.contact.ContactRecords;
import app.tahap.deal.RecordFile;
import app.tahap.field.Fields;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ImportConfiguration {

    @Bean
    @Order(6)
    RecordFile organizationFile(ContactRecords contacts, Fields fields, JdbcClient jdbc, MessageSource messages) {
        return new ContactFile(ContactKind.ORGANIZATION, contacts, fields, jdbc, messages);
    }

    @Bean
    @Order(7)
    RecordFile personFile(ContactRecords contacts, Fields fields, JdbcClient jdbc, MessageSource messages) {
        return new ContactFile(ContactKind.PERSON, contacts, fields, jdbc, messages);
    }
}

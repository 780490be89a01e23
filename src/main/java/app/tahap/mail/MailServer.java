package app.tahap.mail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The server that mails go through, set by {@code spring.mail.*}, and the address that they come from. */
@Component
public class MailServer {

    private final @Nullable JavaMailSenderImpl server;
    private final JdbcClient jdbc;

    MailServer(
            ObjectProvider<JavaMailSenderImpl> servers, @Value("${spring.mail.host:}") String host, JdbcClient jdbc) {
        this.server = host.isBlank() ? null : servers.getIfAvailable();
        this.jdbc = jdbc;
    }

    /** Whether mails can be sent: there is a server, and an address to send from. */
    public boolean isReady() {
        return server != null && sender().isPresent();
    }

    /** Whether a server is configured; it need not answer. */
    boolean isConfigured() {
        return server != null;
    }

    Optional<JavaMailSenderImpl> find() {
        return Optional.ofNullable(server);
    }

    /** Where it is, for administrators; null where none is configured. */
    @Nullable String location() {
        return server == null ? null : server.getHost() + (server.getPort() > 0 ? ":" + server.getPort() : "");
    }

    /** Who mails come from, where an address is known. */
    Optional<Sender> sender() {
        return Optional.of(presentSender()).filter(sender -> sender.address() != null);
    }

    /**
     * What administrators set, else the workspace's name and the name by which Tahap logs in to the server, where that is an
     * address.
     */
    Sender presentSender() {
        return jdbc.sql("""
                        select coalesce(s.name, w.name) as name, s.address, coalesce(s.version, 0) as version
                          from workspace w left join mail_sender s on true
                        """)
                .query(Sender.class)
                .optional()
                .map(sender -> sender.address() == null ? sender.at(loginAddress()) : sender)
                .orElseGet(() -> new Sender("Tahap", loginAddress(), 0));
    }

    private @Nullable String loginAddress() {
        String login = server == null ? null : server.getUsername();
        return login != null && Addresses.isValid(login) ? login : null;
    }

    /** Who mails come from. */
    record Sender(String name, @Nullable String address, int version) {

        Sender at(@Nullable String newAddress) {
            return new Sender(name, newAddress, version);
        }
    }
}

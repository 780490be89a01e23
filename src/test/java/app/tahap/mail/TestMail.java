package app.tahap.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A real mail server, and what it received; or another one instead, where a test wants it. */
@TestConfiguration(proxyBeanMethods = false)
public class TestMail implements DisposableBean {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final JavaMailSenderImpl settings;
    private final JdbcClient jdbc;

    TestMail(JavaMailSenderImpl settings, JdbcClient jdbc) {
        this.settings = settings;
        this.jdbc = jdbc;
        server.start();
    }

    /** Begins a test: an empty server that takes everything, and mails from sales@nusantara.example. */
    public void begin() throws FolderException {
        server.purgeEmailFromAllMailboxes();
        jdbc.sql("insert into mail_sender (name, address) values ('Nusantara', 'sales@nusantara.example')")
                .update();
        goesToServer();
    }

    public void goesToServer() {
        settings.setPort(server.getSmtp().getPort());
    }

    /** From now on mails go to another port of this machine. */
    public void goesTo(int port) {
        settings.setPort(port);
    }

    /** Does something while the server refuses every recipient for good. */
    public void whileRefusing(Runnable something) {
        try (ScriptedServer server = new ScriptedServer(Map.of("RCPT", "550 5.1.1 no such user"))) {
            goesTo(server.port());
            something.run();
        } finally {
            goesToServer();
        }
    }

    public List<MimeMessage> received() {
        return List.of(server.getReceivedMessages());
    }

    @Override
    public void destroy() {
        server.stop();
    }
}

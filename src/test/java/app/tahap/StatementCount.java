package app.tahap;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.TaskDecorator;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that the application prepares, by whatever way: JPA, JdbcClient or the session store. */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCount {

    /** By thread, so that a job in the background does not count as a test's. */
    private static final ThreadLocal<AtomicInteger> COUNT = ThreadLocal.withInitial(AtomicInteger::new);

    /** How many statements the work prepared in the calling thread, and in those to which it handed tasks to be done at once. */
    public static int of(Runnable work) {
        int before = COUNT.get().get();
        work.run();
        return COUNT.get().get() - before;
    }

    @Bean
    static TaskDecorator countingTasks() {
        return task -> {
            AtomicInteger count = COUNT.get();
            return () -> {
                if (Thread.currentThread().getName().startsWith("scheduling-")) {
                    task.run(); // what is done later, as refreshing the paces of stages, whoever asked for it
                    return;
                }
                COUNT.set(count);
                try {
                    task.run();
                } finally {
                    COUNT.remove();
                }
            };
        };
    }

    @Bean
    static BeanPostProcessor countingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new Counting(source) : bean;
            }
        };
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Counting.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().startsWith("prepare")
                                || method.getName().equals("createStatement")) {
                            COUNT.get().incrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }
}

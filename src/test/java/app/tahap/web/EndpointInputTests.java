package app.tahap.web;

import static app.tahap.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import app.tahap.DatabaseTest;
import app.tahap.Fixtures;
import app.tahap.account.Role;
import app.tahap.account.Viewer;
import app.tahap.pipeline.Pipeline;
import app.tahap.pipeline.Stage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sends every endpoint what no form of ours sends: it may be refused, but never be a fault of the server. */
@DatabaseTest
class EndpointInputTests {

    private static final String OURS = "app.tahap";

    /** Asked last, since what they take away cannot be asked about any more. */
    private static final Pattern ENDINGS =
            Pattern.compile(".*/(deletion|archiving|removal|merger|deactivation|run|outcome|discarding|sending)$");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RequestMappingHandlerMapping mappings;

    Viewer admin;
    Map<String, Long> ids = Map.of();

    /** An address, how it is asked, and the names of what it reads. */
    private record Entrance(HttpMethod method, String address, List<String> names) {}

    @BeforeEach
    void prepare() {
        Pipeline pipeline = fixtures.workspace();
        Stage stage = fixtures.stages(pipeline).get(0);
        admin = fixtures.user("Admin", Role.ADMINISTRATOR);
        Viewer rep = fixtures.user("Rep", Role.REP);
        long deal = fixtures.deal("Fifty laptops", stage, rep);
        ids = Map.of(
                "/deals", deal,
                "/proposals", proposal(deal),
                "/activities", activity(deal, rep),
                "/columns", stage.id(),
                "/settings/stages", stage.id(),
                "/settings/pipelines", pipeline.id(),
                "/settings/users", rep.id(),
                "/settings/qualification/frameworks", id("qualification_framework"),
                "/settings/qualification/criteria", id("qualification_criterion"),
                "/imports", uploaded());
    }

    @Test
    void survivesValuesOfTheWrongType() {
        assertThat(faults(entrance -> Stream.of(entrance.names()), "x")).isEmpty();
    }

    @Test
    void survivesTheAbsenceOfEverything() {
        assertThat(faults(entrance -> Stream.of(List.of()), "x")).isEmpty();
    }

    @Test
    void survivesNamesThatGoOnWhereTheFormEnds() {
        assertThat(faults(
                        entrance -> entrance.names().stream()
                                .flatMap(name -> Stream.of("[0]", "[x]", ".x").map(end -> List.of(name + end))),
                        "1"))
                .isEmpty();
    }

    private interface Parameters {
        Stream<List<String>> of(Entrance entrance);
    }

    private List<String> faults(Parameters parameters, String value) {
        List<String> faults = new ArrayList<>();
        List<Entrance> entrances = entrances();
        assertThat(entrances).hasSizeGreaterThan(80);
        for (Entrance entrance : entrances) {
            parameters.of(entrance).forEach(names -> {
                var request = mvc.method(entrance.method())
                        .uri(entrance.address())
                        .with(as(admin))
                        .with(csrf());
                names.forEach(name -> request.param(name, value));
                MvcTestResult answer = request.asyncExchange(); // a stream of events has no end to wait for
                Throwable failure = answer.getUnresolvedException();
                if (failure != null) {
                    faults.add(entrance.method() + " " + entrance.address() + " " + names + ": " + failure);
                } else if (answer.getResponse().getStatus() >= 500) {
                    faults.add(entrance.method() + " " + entrance.address() + " " + names + ": "
                            + answer.getResponse().getStatus());
                }
            });
        }
        return faults;
    }

    private List<Entrance> entrances() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith(OURS))
                .flatMap(entry -> entrances(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Entrance entrance) ->
                                ENDINGS.matcher(entrance.address()).matches())
                        .thenComparing(Entrance::address)
                        .thenComparing(entrance -> entrance.method().name()))
                .toList();
    }

    private Stream<Entrance> entrances(RequestMappingInfo mapping, HandlerMethod handler) {
        List<String> names = Arrays.stream(handler.getMethodParameters())
                .flatMap(EndpointInputTests::names)
                .distinct()
                .toList();
        return mapping.getPatternValues().stream()
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Entrance(method.asHttpMethod(), address(pattern), names)));
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            return Stream.of(Objects.requireNonNull(parameter.getParameterName()));
        }
        Class<?> type = parameter.getParameterType();
        return type.isRecord() && type != Viewer.class
                ? Arrays.stream(type.getRecordComponents()).map(component -> component.getName())
                : Stream.empty();
    }

    private String address(String pattern) {
        long id = ids.entrySet().stream()
                .filter(entry -> pattern.startsWith(entry.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(1L);
        return pattern.replaceFirst("\\{[^}]+}", Long.toString(id)).replaceAll("\\{[^}]+}", "1");
    }

    private long id(String table) {
        return jdbc.sql("select min(id) from " + table).query(Long.class).single();
    }

    private long proposal(long deal) {
        assertThat(mvc.post()
                        .uri("/deals/{deal}/proposals", deal)
                        .with(as(admin))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        return jdbc.sql("select id from proposal").query(Long.class).single();
    }

    private long activity(long deal, Viewer assignee) {
        return jdbc.sql("""
                        insert into activity
                            (deal_id, kind_id, subject, due_on, assignee_id, created_at, scheduled_at, changed_at)
                        select :deal, min(id), 'Call them', '2026-05-20', :assignee, now(), now(), now()
                          from activity_kind returning id
                        """)
                .param("deal", deal)
                .param("assignee", assignee.id())
                .query(Long.class)
                .single();
    }

    private long uploaded() {
        byte[] file = "Title,Stage\nA,Proposal\n".getBytes(StandardCharsets.UTF_8);
        assertThat(mvc.perform(multipart("/imports")
                        .file(new MockMultipartFile("file", "deals.csv", "text/csv", file))
                        .with(as(admin))
                        .with(csrf())))
                .hasStatus3xxRedirection();
        return jdbc.sql("select id from deal_import").query(Long.class).single();
    }
}

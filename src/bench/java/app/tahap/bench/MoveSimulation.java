package app.tahap.bench;

import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.foreach;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Moves deals as the board does: each card to the next column, between that column's first two cards. Every user takes
 * the cards of another owner, so that no two move the same deal.
 */
public final class MoveSimulation extends LoadSimulation {

    private final AtomicInteger nextOwner = new AtomicInteger();

    public MoveSimulation() {
        run();
    }

    @Override
    ChainBuilder action(String phase, Duration duration) {
        return exec(http("owners")
                        .get("/board")
                        .check(css("meta[name=csrf-token]", "content").saveAs("csrf"))
                        .check(css("select[name=owner] option[value]:not([value=''])", "value")
                                .findAll()
                                .saveAs("owners")))
                .exec(during(duration)
                        .on(openBoardOfNextOwner(), foreach("#{moves}", "move").on(timed(phase, move(phase)))));
    }

    private ChainBuilder openBoardOfNextOwner() {
        return exec(session -> {
                    List<String> owners = session.getList("owners");
                    return session.removeAll("ids", "versions", "stagesOfCards")
                            .set("owner", owners.get(nextOwner.getAndIncrement() % owners.size()));
                })
                .exec(http("an owner's board")
                        .get("/board?owner=#{owner}")
                        .check(css("ol[data-column]", "data-column").findAll().saveAs("stages"))
                        .check(css("[data-card]", "data-id").findAll().optional().saveAs("ids"))
                        .check(css("[data-card]", "data-version").findAll().optional().saveAs("versions"))
                        .check(css("[data-card]", "data-stage").findAll().optional().saveAs("stagesOfCards")))
                .exec(session -> session.set("moves", moves(session)));
    }

    /** One move for each card, but for the first two of each column, between which the others are put. */
    private static List<Move> moves(Session session) {
        if (!session.contains("ids")) {
            return List.of(); // this one has no deals
        }
        List<String> stages = session.getList("stages");
        List<String> ids = session.getList("ids");
        List<String> versions = session.getList("versions");
        List<String> stagesOfCards = session.getList("stagesOfCards");
        List<Move> moves = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String from = stagesOfCards.get(i);
            String to = stages.get((stages.indexOf(from) + 1) % stages.size());
            int firstOfColumn = stagesOfCards.indexOf(from);
            int target = stagesOfCards.indexOf(to);
            if (i >= firstOfColumn + 2 && target >= 0 && stagesOfCards.lastIndexOf(to) > target) {
                moves.add(new Move(ids.get(i), versions.get(i), from, to, ids.get(target), ids.get(target + 1)));
            }
        }
        return moves;
    }

    private static HttpRequestActionBuilder move(String phase) {
        return http("move, " + phase)
                .post("/deals/#{move.deal}/stage")
                .header("HX-Request", "true")
                .formParam("_csrf", "#{csrf}")
                .formParam("version", "#{move.version}")
                .formParam("key", session -> UUID.randomUUID().toString())
                .formParam("stageId", "#{move.to}")
                .formParam("from", "#{move.from}")
                .formParam("aboveId", "#{move.above}")
                .formParam("belowId", "#{move.below}")
                .check(status().is(200))
                .check(css("[data-card]", "data-stage").isEL("#{move.to}"));
    }

    /** A card and where it is dropped; Gatling reads the components by name. */
    record Move(String deal, String version, String from, String to, String above, String below) {}
}

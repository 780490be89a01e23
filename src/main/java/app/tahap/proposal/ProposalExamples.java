package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.account.Viewers;
import app.tahap.proposal.ProposalAnswers.Origin;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Products, pieces of text, and proposals in several states, for a workspace with sample deals. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ProposalExamples {

    /** What each product costs, in units of usual money. */
    private static final List<String> PRICES = List.of("22", "58", "4.5", "12", "9", "1.8");

    private static final int LINES = 3;

    private static final BigDecimal COST_SHARE = new BigDecimal("0.62");
    private static final BigDecimal TAX = new BigDecimal("11");

    private final ProductRepository products;
    private final ProposalService proposals;
    private final ProposalReader reader;
    private final ProposalSending sending;
    private final ProposalLinks links;
    private final ProposalAnswers answers;
    private final TextBlocks texts;
    private final Viewers viewers;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProposalExamples(
            ProductRepository products,
            ProposalService proposals,
            ProposalReader reader,
            ProposalSending sending,
            ProposalLinks links,
            ProposalAnswers answers,
            TextBlocks texts,
            Viewers viewers,
            MessageSource messages,
            JdbcClient jdbc,
            Clock clock) {
        this.products = products;
        this.proposals = proposals;
        this.reader = reader;
        this.sending = sending;
        this.links = links;
        this.answers = answers;
        this.texts = texts;
        this.viewers = viewers;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Subject(long id, long ownerId, BigDecimal amount) {}

    /**
     * Makes the examples.
     *
     * @param unit usual money: some fifty dollars' worth of the currency
     */
    public void create(String currency, double unit, Locale language) {
        List<Product> offered = products(currency, unit, language);
        texts.add(new TextBlockForm(
                Section.TERMS,
                language.getLanguage(),
                word("terms.name", language),
                word("terms", language),
                null,
                null));
        List<Subject> subjects = subjects(currency);
        for (int i = 0; i < subjects.size(); i++) {
            write(subjects.get(i), i, offered, language);
        }
    }

    private List<Product> products(String currency, double unit, Locale language) {
        List<Product> made = new ArrayList<>();
        String[] names = word("products", language).split("\\|");
        String[] units = word("units", language).split("\\|");
        for (int i = 0; i < PRICES.size(); i++) {
            BigDecimal price = new BigDecimal(PRICES.get(i))
                    .multiply(BigDecimal.valueOf(unit))
                    .round(new MathContext(2));
            BigDecimal cost = price.multiply(COST_SHARE).round(new MathContext(2));
            ProductFacts facts = new ProductFacts("P-%02d".formatted(i + 1), names[i], null, units[i], TAX);
            made.add(products.save(
                    new Product(facts, Map.of(currency, new Price(whole(price), whole(cost))), clock.instant(), null)));
        }
        products.flush();
        return made;
    }

    private static BigDecimal whole(BigDecimal amount) {
        return amount.scale() < 0 ? amount.setScale(0) : amount;
    }

    /** Open deals in stages where proposals are written, of people who are there. */
    private List<Subject> subjects(String currency) {
        return jdbc.sql("""
                        select d.id, d.owner_id, d.amount
                          from deal d join stage_tool t on t.stage_id = d.stage_id and t.tool = 'PROPOSALS'
                          join users u on u.id = d.owner_id and u.deactivated_at is null
                         where d.outcome = 'OPEN' and d.deleted_at is null and d.organization_id is not null
                           and d.currency = :currency and d.amount > 0
                         order by d.id desc limit 7
                        """).param("currency", currency).query(Subject.class).list();
    }

    private void write(Subject deal, int number, List<Product> offered, Locale language) {
        Viewer owner = viewers.find(deal.ownerId()).orElseThrow();
        long proposal = proposals.create(deal.id(), null, owner);
        VersionView draft = reader.draft(proposal, owner).orElseThrow();
        ProposalTexts said = new ProposalTexts(
                word("problem", language),
                word("solution", language),
                word("benefits", language),
                null,
                word("terms", language));
        proposals.write(
                proposal,
                new Draft(draft.head(), said, lines(number, deal.amount(), offered)),
                draft.revision(),
                owner);
        products.flush(); // what is read next is what is stored
        if (number % 3 != 0) {
            send(proposal, number, owner, language);
        }
    }

    /** Worth about what the deal is: half of it by each of two products, and an optional third. */
    private static List<LineTerms> lines(int number, BigDecimal amount, List<Product> offered) {
        BigDecimal half = amount.divide(BigDecimal.valueOf(2));
        List<Product> fitting = offered.stream()
                .filter(product -> price(product).price().compareTo(half) <= 0)
                .toList();
        List<Product> chosen =
                fitting.size() < LINES ? offered.subList(offered.size() - LINES, offered.size()) : fitting;
        List<LineTerms> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            Product product = chosen.get((number + i) % chosen.size());
            Price price = price(product);
            lines.add(new LineTerms(
                    product.id(),
                    product.facts().name(),
                    half.divide(price.price(), 0, RoundingMode.HALF_UP).max(BigDecimal.ONE),
                    product.facts().unit(),
                    price.price(),
                    price.cost(),
                    DiscountKind.PERCENT,
                    i == 0 ? BigDecimal.valueOf(discount(number)) : BigDecimal.ZERO,
                    TAX,
                    i == LINES - 1));
        }
        return lines;
    }

    private static Price price(Product product) {
        return product.prices().values().iterator().next();
    }

    /** Drafts are generous: they show what needs approval. */
    private static int discount(int number) {
        return number % 3 == 0 ? 18 : number % 2 == 1 ? 5 : 0;
    }

    /** One only sent, one read, one accepted, one declined. */
    private void send(long proposal, int number, Viewer owner, Locale language) {
        int revision = reader.draft(proposal, owner).orElseThrow().revision();
        LinkToken token = sending.send(proposal, revision, 60, null, owner);
        if (number == 1) {
            return;
        }
        answers.read(links.find(token).orElseThrow());
        Origin origin = new Origin("192.0.2.7", null);
        if (number == 4) {
            answers.accept(token, word("customer", language), origin);
            products.flush();
        } else if (number == 5) {
            answers.decline(token, word("customer", language), word("reason", language), origin);
        }
    }

    private String word(String name, Locale language) {
        return messages.getMessage("proposal.example." + name, null, language);
    }
}

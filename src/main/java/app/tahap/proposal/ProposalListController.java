package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.web.Address;
import app.tahap.web.Csv;
import app.tahap.web.Paging;
import app.tahap.web.Show;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The proposals of all deals, on a page and as files. */
@Controller
class ProposalListController {

    private static final int PAGE = 50;
    private static final String DEAL_ID = "deal.record.id";

    private final ProposalList list;
    private final MessageSource messages;

    ProposalListController(ProposalList list, MessageSource messages) {
        this.list = list;
        this.messages = messages;
    }

    @GetMapping("/proposals")
    String show(
            @RequestParam(required = false) @Nullable ProposalStatus status,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        Paging paging = Paging.of(page, PAGE, list.count(status, viewer));
        model.addAttribute("section", "proposals");
        model.addAttribute("status", status);
        model.addAttribute("statuses", ProposalStatus.values());
        model.addAttribute("paging", paging);
        model.addAttribute("address", new Address(request));
        model.addAttribute("rows", list.rows(status, paging.offset(), PAGE, viewer));
        return "proposal/proposals";
    }

    @GetMapping("/proposals.csv")
    void exportVersions(Viewer viewer, HttpServletResponse response) throws IOException {
        Csv csv = begin(
                "proposals.csv",
                viewer.locale(),
                response,
                "list.reference",
                "version",
                "status",
                "list.title",
                "list.deal",
                "list.owner",
                "list.currency",
                "list.gross",
                "list.reduction",
                "net",
                "list.tax",
                "total",
                "valid",
                "sent",
                "list.answered",
                "list.reads");
        list.forEachVersion(
                viewer,
                row -> csv.row(
                        row.reference(),
                        row.number(),
                        messages.getMessage("proposal.status." + row.status(), null, viewer.locale()),
                        row.title(),
                        row.deal(),
                        row.owner(),
                        row.currency(),
                        plain(row.gross()),
                        plain(row.reduction()),
                        plain(row.net()),
                        plain(row.tax()),
                        plain(row.net().add(row.tax())),
                        row.validUntil(),
                        Show.isoDate(row.sentAt(), viewer.zone()),
                        Show.isoDate(row.endedAt(), viewer.zone()),
                        row.reads()));
    }

    @GetMapping("/proposals/lines.csv")
    void exportLines(Viewer viewer, HttpServletResponse response) throws IOException {
        Csv csv = begin(
                "proposal-lines.csv",
                viewer.locale(),
                response,
                "list.reference",
                "version",
                "status",
                DEAL_ID,
                "list.deal",
                "list.title",
                "valid",
                "line",
                "product.code",
                "line.description",
                "line.quantity",
                "line.unit",
                "line.price",
                "file.percent",
                "list.gross",
                "list.reduction",
                "net",
                "line.tax",
                "list.tax",
                "list.currency",
                "line.optional",
                "form.recipient",
                "form.language",
                "section.PROBLEM",
                "section.SOLUTION",
                "section.BENEFITS",
                "section.INVESTMENT",
                "section.TERMS");
        list.forEachLine(
                viewer,
                line -> csv.row(
                        line.reference(),
                        line.number(),
                        messages.getMessage("proposal.status." + line.status(), null, viewer.locale()),
                        line.dealId(),
                        line.deal(),
                        line.title(),
                        line.validUntil(),
                        line.position(),
                        line.code(),
                        line.description(),
                        plain(line.quantity()),
                        line.unit(),
                        plain(line.unitPrice()),
                        line.percent() == null ? null : plain(line.percent()),
                        plain(line.gross()),
                        plain(line.reduction()),
                        plain(line.net()),
                        plain(line.taxRate()),
                        plain(line.tax()),
                        line.currency(),
                        line.optional() ? "1" : "0",
                        line.recipient(),
                        line.language(),
                        line.problem(),
                        line.solution(),
                        line.benefits(),
                        line.investment(),
                        line.terms()));
    }

    private Csv begin(String file, Locale locale, HttpServletResponse response, String... columns) throws IOException {
        return Csv.download(
                response,
                file,
                Stream.of(columns)
                        .map(column -> column.equals(DEAL_ID) ? DEAL_ID : "proposal." + column)
                        .map(column -> messages.getMessage(column, null, locale))
                        .toArray(String[]::new));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }
}

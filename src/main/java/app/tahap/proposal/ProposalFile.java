package app.tahap.proposal;

import app.tahap.account.Viewer;
import app.tahap.deal.FileRecord;
import app.tahap.deal.ImportedRecords;
import app.tahap.deal.RecordColumn;
import app.tahap.deal.RecordColumns;
import app.tahap.deal.RecordFile;
import app.tahap.deal.RecordReader;
import app.tahap.deal.RecordRow;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Proposals from files of lines as {@link ProposalListController} writes them: all rows of one reference are one proposal. What
 * belongs to the whole of it, such as its texts, stands in the first of its rows that has it.
 */
@Component
@Order(5)
class ProposalFile implements RecordFile {

    static final String REFERENCE = "reference";
    static final String VERSION = "version";
    static final String STATUS = "status";
    static final String TITLE = "title";
    static final String VALID = "valid";
    static final String POSITION = "position";
    static final String CODE = "code";
    static final String DESCRIPTION = "description";
    static final String QUANTITY = "quantity";
    static final String UNIT = "unit";
    static final String PRICE = "price";
    static final String PERCENT = "percent";
    static final String REDUCTION = "reduction";
    static final String NET = "net";
    static final String TAX = "tax";
    static final String CURRENCY = "currency";
    static final String OPTIONAL = "optional";
    static final String RECIPIENT = "recipient";
    static final String LANGUAGE = "language";

    private final ProductReader products;
    private final ProposalSettingsStore settings;
    private final ProposalImport proposals;
    private final MessageSource messages;

    ProposalFile(
            ProductReader products, ProposalSettingsStore settings, ProposalImport proposals, MessageSource messages) {
        this.products = products;
        this.settings = settings;
        this.proposals = proposals;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "proposals";
    }

    @Override
    public String words() {
        return "proposal.file";
    }

    @Override
    public String exported() {
        return "/proposals/lines.csv";
    }

    @Override
    public List<RecordColumn> columns(Locale locale) {
        RecordColumns columns = new RecordColumns(messages, locale)
                .required(REFERENCE, "proposal.list.reference")
                .optional(VERSION, "proposal.version")
                .optional(STATUS, "proposal.status")
                .deal("proposal.list.deal")
                .optional(TITLE, "proposal.list.title")
                .optional(VALID, "proposal.valid")
                .optional(POSITION, "proposal.line")
                .optional(CODE, "proposal.product.code")
                .required(DESCRIPTION, "proposal.line.description")
                .required(QUANTITY, "proposal.line.quantity")
                .optional(UNIT, "proposal.line.unit")
                .required(PRICE, "proposal.line.price")
                .optional(PERCENT, "proposal.file.percent")
                .optional(REDUCTION, "proposal.list.reduction")
                .optional(NET, "proposal.net")
                .optional(TAX, "proposal.line.tax")
                .optional(CURRENCY, "proposal.list.currency")
                .optional(OPTIONAL, "proposal.line.optional")
                .optional(RECIPIENT, "proposal.form.recipient")
                .optional(LANGUAGE, "proposal.form.language");
        for (Section section : Section.values()) {
            columns.optional(section.name(), "proposal.section." + section);
        }
        return columns.list();
    }

    @Override
    public String group(RecordRow row) {
        return FileRecord.name(row.text(REFERENCE));
    }

    @Override
    public RecordReader<?> reader(Viewer importer) {
        LineRows lines = new LineRows(products, settings.load().rounding(), messages, importer.locale());
        return new ToldProposals(lines, proposals, importer.baseCurrency());
    }

    @Override
    public ImportedRecords imported() {
        return ProposalImport.IMPORTED;
    }
}

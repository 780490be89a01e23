package app.tahap.contact;

import app.tahap.field.FieldValues;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A company or other body that deals are made with. Deleted softly: its deals keep pointing at it. */
@Entity
public class Organization {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;
    private @Nullable String website;
    private @Nullable String phone;
    private @Nullable String address;

    @JdbcTypeCode(SqlTypes.JSON)
    private String fields = FieldValues.NONE.toJson();

    private @Nullable UUID idempotencyKey;
    private Instant createdAt;
    private @Nullable Instant deletedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Organization() {}

    public Organization(String name, Instant createdAt) {
        this.name = name;
        this.createdAt = createdAt;
    }

    public void describe(
            String newName, @Nullable String newWebsite, @Nullable String newPhone, @Nullable String newAddress) {
        name = newName;
        website = newWebsite;
        phone = newPhone;
        address = newAddress;
    }

    /** Says what it has in the administrator's fields. */
    public void have(FieldValues values) {
        if (!values.equals(FieldValues.ofJson(fields))) {
            fields = values.toJson();
        }
    }

    /** Remembers the form that made this organisation, so that it makes no other one when it is sent again. */
    void madeBy(@Nullable UUID form) {
        idempotencyKey = form;
    }

    public void delete(Instant at) {
        deletedAt = at;
    }

    public void restore() {
        deletedAt = null;
    }

    /** The id of a stored organisation. */
    public long id() {
        return Objects.requireNonNull(id, "an organisation has an id once it is stored");
    }

    public String getName() {
        return name;
    }

    public @Nullable Instant getDeletedAt() {
        return deletedAt;
    }

    public int getVersion() {
        return version;
    }
}

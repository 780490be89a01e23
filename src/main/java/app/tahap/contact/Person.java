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

/** Somebody to talk to, usually at an organisation. Deleted softly. */
@Entity
public class Person {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String name;
    private @Nullable Long organizationId;
    private @Nullable String jobTitle;
    private @Nullable String email;
    private @Nullable String phone;

    @JdbcTypeCode(SqlTypes.JSON)
    private String fields = FieldValues.NONE.toJson();

    private @Nullable UUID idempotencyKey;
    private Instant createdAt;
    private @Nullable Instant deletedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Person() {}

    public Person(String name, @Nullable Long organizationId, Instant createdAt) {
        this.name = name;
        this.organizationId = organizationId;
        this.createdAt = createdAt;
    }

    public void describe(
            String newName,
            @Nullable Long newOrganizationId,
            @Nullable String newJobTitle,
            @Nullable String newEmail,
            @Nullable String newPhone) {
        name = newName;
        organizationId = newOrganizationId;
        jobTitle = newJobTitle;
        email = newEmail;
        phone = newPhone;
    }

    /** Says what it has in the administrator's fields. */
    public void have(FieldValues values) {
        if (!values.equals(FieldValues.ofJson(fields))) {
            fields = values.toJson();
        }
    }

    /** Remembers the form that made this person, so that it makes no other one when it is sent again. */
    void madeBy(@Nullable UUID form) {
        idempotencyKey = form;
    }

    public void delete(Instant at) {
        deletedAt = at;
    }

    public void restore() {
        deletedAt = null;
    }

    /** The id of a stored person. */
    public long id() {
        return Objects.requireNonNull(id, "a person has an id once it is stored");
    }

    public @Nullable Long getOrganizationId() {
        return organizationId;
    }

    public int getVersion() {
        return version;
    }
}

package app.tahap.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer answered, and from where.
 *
 * @param name as typed; always there where it was accepted
 * @param address the IP address of the request
 * @param sha256 of the PDF that was answered
 */
record Answer(
        boolean accepted,
        @Nullable String name,
        @Nullable String reason,
        Instant answeredAt,
        String address,
        @Nullable String userAgent,
        String sha256) {}

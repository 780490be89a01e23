package app.tahap.exchange;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Uploaded files, kept in the database so that every replica, and the next start after a crash, finds them. */
@Repository
class StoredFiles {

    private static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;

    StoredFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void store(long importId, InputStream content) throws IOException {
        byte[] piece = content.readNBytes(PIECE);
        for (int number = 0; piece.length > 0; number++) {
            jdbc.sql("insert into deal_import_piece (import_id, number, content) values (:import, :number, :content)")
                    .param("import", importId)
                    .param("number", number)
                    .param("content", piece)
                    .update();
            piece = content.readNBytes(PIECE);
        }
    }

    /** The file's bytes, of which never more than one piece is in memory. */
    InputStream open(long importId) {
        return new Pieces(importId);
    }

    void delete(long importId) {
        jdbc.sql("delete from deal_import_piece where import_id = :import")
                .param("import", importId)
                .update();
    }

    private byte @Nullable [] piece(long importId, int number) {
        return jdbc.sql("select content from deal_import_piece where import_id = :import and number = :number")
                .param("import", importId)
                .param("number", number)
                .query(byte[].class)
                .optional()
                .orElse(null);
    }

    private final class Pieces extends InputStream {

        private final long importId;
        private byte @Nullable [] piece;
        private int number;
        private int position;

        Pieces(long importId) {
            this.importId = importId;
            this.piece = piece(importId, 0);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (piece != null && position == piece.length) {
                piece = piece(importId, ++number);
                position = 0;
            }
            if (piece == null) {
                return -1;
            }
            int count = Math.min(length, piece.length - position);
            System.arraycopy(piece, position, target, offset, count);
            position += count;
            return count;
        }
    }
}

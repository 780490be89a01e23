package app.tahap.exchange;

import app.tahap.deal.RecordFile;
import app.tahap.web.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The kinds of records that a file can bring in. */
@Component
class RecordFiles {

    private final List<RecordFile> kinds;

    RecordFiles(List<RecordFile> kinds) {
        this.kinds = kinds;
    }

    List<RecordFile> all() {
        return kinds;
    }

    /** The keys of the kinds' names. */
    Map<String, String> words() {
        return kinds.stream().collect(Collectors.toMap(RecordFile::key, RecordFile::words));
    }

    Optional<RecordFile> find(@Nullable String key) {
        return kinds.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    RecordFile load(@Nullable String key) {
        return find(key).orElseThrow(() -> new NotFoundException("kind of records", String.valueOf(key)));
    }
}

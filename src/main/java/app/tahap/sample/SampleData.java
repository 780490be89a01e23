package app.tahap.sample;

import org.springframework.stereotype.Component;

/** Fills a new workspace with a company, its teams and a year of deals. */
@Component
public class SampleData {

    public void create(long administratorId, long pipelineId) {
        throw new UnsupportedOperationException("being written");
    }
}

package app.tahap.pipeline;

import app.tahap.web.Place;
import java.util.List;

/** A pipeline in the list of the settings, with the names of its stages in their order. */
record PipelineRow(long id, String name, List<String> stages, Place place) {}

package app.tahap.assessment;

import app.tahap.web.Place;
import java.util.List;
import java.util.stream.IntStream;

/** @param asked in their order, each with its place */
record QuestionListView(List<Row> asked, List<Question> archived) {

    static QuestionListView of(List<Question> questions) {
        List<Question> asked =
                questions.stream().filter(question -> !question.archived()).toList();
        List<Long> ids = asked.stream().map(Question::id).toList();
        return new QuestionListView(
                IntStream.range(0, asked.size())
                        .mapToObj(i -> new Row(asked.get(i), Place.of(ids, i)))
                        .toList(),
                questions.stream().filter(Question::archived).toList());
    }

    record Row(Question question, Place place) {}
}

package app.tahap.guide;

import app.tahap.account.Viewer;
import app.tahap.web.NotFoundException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class GuideController {

    private final Guide guide;

    GuideController(Guide guide) {
        this.guide = guide;
    }

    @GetMapping("/help")
    String begin(Viewer viewer, Model model) {
        List<Topic> topics = guide.topics(viewer.locale());
        return show(topics.get(0), topics, model);
    }

    @GetMapping("/help/{name}")
    String show(@PathVariable String name, Viewer viewer, Model model) {
        List<Topic> topics = guide.topics(viewer.locale());
        Topic topic = topics.stream()
                .filter(other -> other.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("topic", name));
        return show(topic, topics, model);
    }

    private static String show(Topic topic, List<Topic> topics, Model model) {
        model.addAttribute("section", "help");
        model.addAttribute("topic", topic);
        model.addAttribute("topics", topics);
        return "guide/topic";
    }
}

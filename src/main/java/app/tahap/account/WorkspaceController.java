package app.tahap.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class WorkspaceController {

    @GetMapping("/settings")
    String start() {
        return "redirect:/settings/workspace";
    }
}

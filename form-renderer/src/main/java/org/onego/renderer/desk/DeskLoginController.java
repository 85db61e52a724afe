package org.onego.renderer.desk;

import org.jspecify.annotations.Nullable;
import org.onego.renderer.frame.Frames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The clerks' login page.
@Controller
class DeskLoginController {

    private final Frames frames;

    DeskLoginController(Frames frames) {
        this.frames = frames;
    }

    record LoginView(boolean failed, boolean loggedOut, boolean expired) {}

    @GetMapping("/desk/login")
    String login(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String logout,
            @RequestParam(required = false) @Nullable String expired,
            Model model) {
        model.addAttribute("frame", frames.desk("desk.title", null));
        model.addAttribute("view", new LoginView(error != null, logout != null, expired != null));
        return "desk/loginPage";
    }
}

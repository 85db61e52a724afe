package org.onego.server.start;

import java.util.List;
import org.onego.server.calendar.LoadedCalendars;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the server takes requests, and what its operator should see to: for a load balancer and
/// a monitor, so it says nothing of persons or cases.
@RestController
class ReadyController {

    private final LoadedCalendars calendars;

    ReadyController(LoadedCalendars calendars) {
        this.calendars = calendars;
    }

    record ReadyAnswer(String status, List<String> warnings) {}

    @GetMapping("/api/ready")
    ReadyAnswer ready() {
        return new ReadyAnswer("ready", calendars.warnings());
    }
}

package org.onego.server.start;

import java.util.List;
import org.onego.casefile.application.Actor;
import org.onego.casefile.application.StaffDirectory;
import org.springframework.stereotype.Component;

/// The clerks whose accounts are configured, under the departments that the packages name.
@Component
class ConfiguredStaff implements StaffDirectory {

    private final List<Actor.Clerk> clerks;
    private final DepartmentNames names;

    ConfiguredStaff(OneGoProperties settings, DepartmentNames names) {
        this.clerks =
                settings.desk().accounts().stream()
                        .map(account ->
                                new Actor.Clerk(account.id(), account.name(), account.department()))
                        .toList();
        this.names = names;
    }

    @Override
    public List<Actor.Clerk> clerks(String department) {
        return clerks.stream().filter(each -> each.department().equals(department)).toList();
    }

    @Override
    public List<Group> departments() {
        return clerks.stream()
                .map(Actor.Clerk::department)
                .distinct()
                .map(id -> new Group(id, names.name(id)))
                .toList();
    }
}

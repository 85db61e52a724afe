package org.onego.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onego.adapters.mongo.EmbeddedMongo;
import org.onego.adapters.mongo.MongoCalendars.LoadedYear;
import org.onego.adapters.mongo.MongoStores;

class LoadedCalendarsTest {

    private static final LocalDate BRIDGE = LocalDate.of(2027, 10, 4);

    @TempDir Path data;
    private EmbeddedMongo mongo;
    private MongoStores stores;
    private Instant now = Instant.parse("2026-11-24T02:00:00Z");
    private LoadedCalendars calendars;

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.start(data);
        stores = MongoStores.open(mongo.connectionString());
        calendars = new LoadedCalendars(data, stores.calendars(), () -> now);
    }

    @AfterEach
    void stop() {
        stores.close();
        mongo.close();
    }

    @Test
    void aMissingYearIsAWarningUntilAFileBringsIt() throws Exception {
        assertThat(calendars.warnings())
                .singleElement()
                .asString()
                .contains("2027", "PUT /api/admin/calendars/2027");
        assertThat(calendars.now().isWorkingDay(BRIDGE)).isTrue();
        Files.createDirectories(data.resolve("calendars"));
        Files.writeString(
                data.resolve("calendars/2027.csv"),
                "date,name,type,source\n2027-10-04,国庆节,OFF,test\n");
        now = now.plus(Duration.ofSeconds(6));
        assertThat(calendars.warnings()).isEmpty();
        assertThat(calendars.now().isWorkingDay(BRIDGE)).isFalse();
    }

    @Test
    void aFileWithAMistakeIsLeftAsideAndNamed() throws Exception {
        Files.createDirectories(data.resolve("calendars"));
        Files.writeString(data.resolve("calendars/2027.csv"), "date,name,type\n2027-13-01,x,OFF\n");
        assertThat(calendars.warnings())
                .hasSize(2)
                .anyMatch(warning -> warning.contains("line 2: '2027-13-01' is no date"));
        assertThat(calendars.now().isAnnounced(2027)).isFalse();
    }

    @Test
    void whatAnAdministratorLoadsHoldsOnEveryServerAndWinsOverAFile() throws Exception {
        Files.createDirectories(data.resolve("calendars"));
        Files.writeString(
                data.resolve("calendars/2027.csv"), "date,name,type\n2027-10-04,国庆节,OFF\n");
        calendars.load(new LoadedYear(2027, "date,name,type\n2027-10-05,国庆节,OFF\n", "admin", now));
        LoadedCalendars other = new LoadedCalendars(data, stores.calendars(), () -> now);
        for (LoadedCalendars each : new LoadedCalendars[] {calendars, other}) {
            assertThat(each.now().isWorkingDay(BRIDGE)).isTrue();
            assertThat(each.now().isWorkingDay(BRIDGE.plusDays(1))).isFalse();
        }
    }
}

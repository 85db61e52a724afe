package org.onego.adapters.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.onego.casefile.application.ApplicationStore;
import org.onego.casefile.audit.AuditLog;
import org.onego.casefile.audit.CallLog;
import org.onego.casefile.handover.DeliveryLog;
import org.onego.casefile.result.SavedFilters;
import org.onego.casefile.submit.Serials;

/// One MongoDB database with everything that is kept in it.
public final class MongoStores implements AutoCloseable {

    private static final String DEFAULT_DATABASE = "onego";

    private final MongoClient client;
    private final MongoDatabase database;
    private final ApplicationStore applications;
    private final Serials serials;
    private final SavedFilters savedFilters;
    private final AuditLog audit;
    private final MongoCalendars calendars;
    private final DeliveryLog deliveries;
    private final CallLog calls;

    private MongoStores(MongoClient client, MongoDatabase database) {
        this.client = client;
        this.database = database;
        this.applications = new MongoApplications(database);
        this.serials = new MongoSerials(database);
        this.savedFilters = new MongoSavedFilters(database);
        this.audit = new MongoAuditLog(database);
        this.calendars = new MongoCalendars(database);
        this.deliveries = new MongoDeliveryLog(database);
        this.calls = new MongoCallLog(database);
    }

    /// Connects and creates the indexes that are missing.
    ///
    /// A write is acknowledged when a majority of a replica set has it in the journal: what was
    /// said to be submitted must not be rolled back by a change of primary.
    ///
    /// @param uri of a server, with the database as its path; `onego` without one
    public static MongoStores open(String uri) {
        ConnectionString connection = new ConnectionString(uri);
        MongoClient client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(connection)
                                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                                .readPreference(ReadPreference.primary())
                                .applyToClusterSettings(cluster ->
                                        cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                                .build());
        String name = connection.getDatabase();
        return new MongoStores(client, client.getDatabase(name == null ? DEFAULT_DATABASE : name));
    }

    public ApplicationStore applications() {
        return applications;
    }

    public SavedFilters savedFilters() {
        return savedFilters;
    }

    public Serials serials() {
        return serials;
    }

    public AuditLog audit() {
        return audit;
    }

    public DeliveryLog deliveries() {
        return deliveries;
    }

    public CallLog calls() {
        return calls;
    }

    public MongoCalendars calendars() {
        return calendars;
    }

    /// For stores of other packages.
    public MongoDatabase database() {
        return database;
    }

    @Override
    public void close() {
        client.close();
    }
}

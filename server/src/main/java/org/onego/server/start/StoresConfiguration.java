package org.onego.server.start;

import org.jspecify.annotations.Nullable;
import org.onego.adapters.files.GridFsFiles;
import org.onego.adapters.flowable.FlowableProcesses;
import org.onego.adapters.flowable.ProcessDatabase;
import org.onego.adapters.mongo.EmbeddedMongo;
import org.onego.adapters.mongo.MongoStores;
import org.onego.casefile.answers.FileStore;
import org.onego.casefile.result.SavedFilters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The two stores: the configured ones, or embedded ones in the data folder.
@Configuration(proxyBeanMethods = false)
class StoresConfiguration {

    /// The MongoDB to use, and the embedded server where that is it; the stores are closed before
    /// it.
    record Mongo(MongoStores stores, @Nullable EmbeddedMongo embedded) implements AutoCloseable {

        static Mongo open(OneGoProperties settings) {
            String uri = settings.mongodbUri();
            if (uri != null && !uri.isBlank()) {
                return new Mongo(MongoStores.open(uri), null);
            }
            EmbeddedMongo embedded = EmbeddedMongo.start(settings.data());
            return new Mongo(MongoStores.open(embedded.connectionString()), embedded);
        }

        @Override
        public void close() {
            stores.close();
            if (embedded != null) {
                embedded.close();
            }
        }
    }

    @Bean
    Mongo mongo(OneGoProperties settings) {
        return Mongo.open(settings);
    }

    @Bean(destroyMethod = "")
    MongoStores mongoStores(Mongo mongo) {
        return mongo.stores();
    }

    @Bean
    SavedFilters savedFilters(Mongo mongo) {
        return mongo.stores().savedFilters();
    }

    @Bean
    FileStore files(Mongo mongo) {
        return new GridFsFiles(mongo.stores().database());
    }

    @Bean
    FlowableProcesses processes(OneGoProperties settings) {
        var database = settings.database();
        return FlowableProcesses.open(
                database.url() == null || database.url().isBlank()
                        ? ProcessDatabase.inFolder(settings.data())
                        : ProcessDatabase.at(database.url(), database.user(), database.password()));
    }
}

// Printed from the OpenAPI document by "pnpm generate".

export interface paths {
    "/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, when, from where
         * @description Newest first. Secrets appear as "changed" only.
         */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/{clientId}/erp-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the ERPs of a client
         * @description In the order in which they were assigned.
         */
        get: operations["listClientAssignments"];
        put?: never;
        /**
         * Assign an ERP to a client
         * @description For admins. The same connection again updates its assignment. At most one is the default; the first one is it.
         */
        post: operations["assignToClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/{clientId}/erp-assignments/{assignmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an ERP from a client
         * @description For admins. No other assignment becomes the default by itself: orders must not flow to another ERP unasked.
         */
        delete: operations["unassignFromClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/doi/{connectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an XML message about an order
         * @description For partners of direct order integration: ConfirmationRequest, ShipNoticeRequest, InvoiceDetailRequest, StatusUpdateRequest (cXML), OrderResponse, DespatchAdvice, Invoice, CreditNote, ApplicationResponse (UBL 2). HTTP Basic, and in cXML the shared secret. Answered at once in the same dialect; sent again under the same payloadID it gets the first answer.
         */
        post: operations["receiveDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/conflicts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an open conflict
         * @description Both sides of one record, field by field.
         */
        get: operations["getConflict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/conflicts/{id}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve a conflict
         * @description For operators. `winner` says whose values are taken, `fields` where it is the other one. Answers the record as it is then: it waits to be pushed where any of the system's values was taken.
         */
        post: operations["resolveConflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List connections
         * @description Newest first. Where few fit the filters, a page may be short and yet have a next one: follow `Link` to its end.
         */
        get: operations["listConnections"];
        put?: never;
        /**
         * Create a connection
         * @description For admins. Secrets are encrypted at rest and read back as "********".
         */
        post: operations["createConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a connection
         * @description Its `ETag` guards the next change.
         */
        get: operations["getConnection"];
        put?: never;
        post?: never;
        /**
         * Delete a connection
         * @description For admins. Ends its runs and takes its records and positions along; logs and the audit trail stay.
         */
        delete: operations["deleteConnection"];
        options?: never;
        head?: never;
        /**
         * Change a connection
         * @description For admins. A secret sent back masked is left as it was; `If-Match` with the ETag guards against lost updates.
         */
        patch: operations["changeConnection"];
        trace?: never;
    };
    "/erp/connections/{id}/changes/{dataType}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the changes
         * @description Each record once, at its latest change; deletions as tombstones. Asking again with `next` goes on without loss.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the open conflicts
         * @description Newest first: both sides of each, what they last agreed on, and how it came about.
         */
        get: operations["listConflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a mapping
         * @description For operators. Reads the first records from the ERP and shows them as they came, beside what the mapping makes of them: nothing is stored. Also for a connection that is not active, and for a data type that is not enabled yet. Waits at most for the settings.timeout of the connection; the ERP's failure is answered as such. Big values are shortened, and secrets left out.
         */
        post: operations["previewRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/records/{dataType}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List records
         * @description Canonical records as we hold them, latest change first. What changes while one pages moves to the front: for a complete copy follow the changes.
         */
        get: operations["listRecords"];
        put?: never;
        /**
         * Write records of the system
         * @description For operators. One record or a list of up to 1000: bare canonical fields with an `id`, or the envelope in which records are read. A field that is left out stays as it is, null takes it away. All are stored or, where one is not valid, none; they wait to be pushed. What changes nothing is no change; what the ERP refused is tried again.
         */
        post: operations["writeRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/records/{dataType}/{recordId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a record
         * @description One canonical record by its id.
         */
        get: operations["getRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/slots/{dataType}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of each time a data type was due
         * @description Newest first, also where the connection's own schedule says when. Of what pulls, or syncs both ways; what only pushes has its own at its configuration.
         */
        get: operations["listConnectionSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The statistics of a connection
         * @description Running totals, by data type and by day.
         */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync one data type
         * @description For operators. One run of a connection and data type waits or works at once: a second trigger is answered with that run and `X-Deduplicated: true`. With `Prefer: wait=N` (at most 120 s) the answer is 200 where the run ends in time.
         */
        post: operations["startSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/sync-configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sync configurations of a connection
         * @description In the order in which they were made.
         */
        get: operations["listSyncConfigs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a connection
         * @description For operators. Waits for the result, at most for the settings.timeout of the connection: 200 whether the test succeeded or not. With `Prefer: respond-async` 202 at once; the result appears at `Location`.
         */
        post: operations["testConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/test-enhanced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a connection, under its former path
         * @description For operators. Waits for the result, at most for the settings.timeout of the connection: 200 whether the test succeeded or not. With `Prefer: respond-async` 202 at once; the result appears at `Location`.
         */
        post: operations["testConnectionEnhanced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/tests/{testId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the result of a test
         * @description 202 while it waits or works. Results are kept for a day.
         */
        get: operations["getConnectionTest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/enhanced": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a connection, under its former path
         * @description For admins. Secrets are encrypted at rest and read back as "********".
         */
        post: operations["createConnectionEnhanced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/inventory/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The stock of one SKU
         * @description As of the last sync: all locations, and their exact sums.
         */
        get: operations["getStock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything at a glance
         * @description Counts and rates over all connections, the last failures with their hints, what runs, waits and comes next.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What can be connected
         * @description Each connector with its credential fields and settings as JSON Schema: what a form is drawn from.
         */
        get: operations["listProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/schedules/validate-cron": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a cron expression
         * @description Valid or not, in words, with the next five times. 200 in both cases.
         */
        post: operations["validateCron"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/sync-configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Configure the sync of a data type
         * @description For admins. One for each connection, data type and direction; one for both directions takes the place of the two. Its schedule counts at once.
         */
        post: operations["createSyncConfig"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/sync-configs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a sync configuration
         * @description With the state of its latest run and its next time.
         */
        get: operations["getSyncConfig"];
        put?: never;
        post?: never;
        /**
         * Delete a sync configuration
         * @description For admins. The data type follows the connection's own schedule then, where it has one.
         */
        delete: operations["deleteSyncConfig"];
        options?: never;
        head?: never;
        /**
         * Change a sync configuration
         * @description For admins. A null removes a field. The schedule follows at once.
         */
        patch: operations["changeSyncConfig"];
        trace?: never;
    };
    "/erp/sync-configs/{id}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of each time it was due
         * @description Newest first: ran, joined to a run that was under way, caught up by a later run, or skipped and why. A time waits while other work is done with the same data, and then runs late.
         */
        get: operations["listSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/sync-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sync logs
         * @description Newest first. Where few fit the filters, a page may be short, or empty, and yet have a next one: follow `Link` to its end.
         */
        get: operations["listSyncLogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/sync-logs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a sync log
         * @description One run: its state, its counts, and how it ended.
         */
        get: operations["getSyncLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/sync-logs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a sync
         * @description For operators. It ends in `error` with the code `run.cancelled`; what it stored stays.
         */
        post: operations["cancelSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/sync-logs/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened, line by line
         * @description Oldest first.
         */
        get: operations["listSyncLogEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/sync-logs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch a sync
         * @description Server-sent events: `progress` with the sync log now and after every change, `end` with the final one; then the stream closes. Where it closes without an `end`, ask again: every stream begins with the present state.
         */
        get: operations["watchSync"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/sync-logs/{id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The records that were not taken, and why
         * @description In the order in which they were read. After the mapping was mended, a retry of the log reads them again.
         */
        get: operations["listSyncRejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/sync-logs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run an ended sync again
         * @description For operators. Starts a new run that reads again what that run read, by the mapping as it is now; the old log stays as it is.
         */
        post: operations["retrySync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sites/{siteId}/effective-erp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which ERP serves a site
         * @description The site's own where it overrides; else its client's default; else none. `clientId` is needed where the site has no assignment.
         */
        get: operations["getEffectiveErp"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sites/{siteId}/erp-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the ERPs of a site
         * @description In the order in which they were assigned.
         */
        get: operations["listSiteAssignments"];
        put?: never;
        /**
         * Assign an ERP to a site
         * @description For admins. With `overridesClient` it takes the place of what the client uses. The same connection again updates its assignment.
         */
        post: operations["assignToSite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sites/{siteId}/erp-assignments/{assignmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an ERP from a site
         * @description For admins. The site uses what its client uses then.
         */
        delete: operations["unassignFromSite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sites/{siteId}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sync one data type of a site
         * @description For operators. Like a sync of a connection, through the one that serves the site.
         */
        post: operations["startSiteSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Who did what, when, and from where. */
        AuditEvent: {
            /** @enum {string} */
            action: "erp_connection_created_enhanced" | "erp_connection_updated" | "erp_connection_deleted" | "erp_connection_tested" | "erp_preview_requested" | "erp_manual_sync_triggered" | "erp_sync_cancelled" | "erp_records_written" | "erp_conflict_resolved" | "erp_sync_config_created" | "erp_sync_config_updated" | "erp_sync_config_deleted" | "client_erp_assigned" | "client_erp_unassigned" | "site_erp_assigned" | "site_erp_unassigned" | "login_failed";
            actor: {
                authentication: string;
                id: string;
                role: string | null;
            };
            /** Format: date-time */
            at: string;
            changes: {
                [key: string]: unknown;
            };
            id: string;
            ipAddress: string | null;
            outcome: string;
            requestId: string | null;
            target: string | null;
            userAgent: string | null;
        };
        /** @description Who did what, when, and from where. */
        AuditEventInput: {
            /** @enum {string} */
            action: "erp_connection_created_enhanced" | "erp_connection_updated" | "erp_connection_deleted" | "erp_connection_tested" | "erp_preview_requested" | "erp_manual_sync_triggered" | "erp_sync_cancelled" | "erp_records_written" | "erp_conflict_resolved" | "erp_sync_config_created" | "erp_sync_config_updated" | "erp_sync_config_deleted" | "client_erp_assigned" | "client_erp_unassigned" | "site_erp_assigned" | "site_erp_unassigned" | "login_failed";
            actor: {
                authentication: string;
                id: string;
                role: string | null;
            };
            /** Format: date-time */
            at: string;
            changes: {
                [key: string]: unknown;
            };
            id: string;
            ipAddress: string | null;
            outcome: string;
            requestId: string | null;
            target: string | null;
            userAgent: string | null;
        };
        ClientERPAssignment: {
            catalogId?: string;
            clientId: string;
            /** Format: date-time */
            createdAt: string;
            erpConnectionId: string;
            id: string;
            isDefault: boolean;
            settings: {
                /** @default true */
                syncEmployees: boolean;
                /** @default true */
                syncInventory: boolean;
                /** @default true */
                syncInvoices: boolean;
                /** @default true */
                syncOrders: boolean;
                /** @default true */
                syncProducts: boolean;
            };
            /** Format: date-time */
            updatedAt: string;
        };
        ClientERPAssignmentInput: {
            catalogId?: string;
            clientId: string;
            /** Format: date-time */
            createdAt: string;
            erpConnectionId: string;
            id: string;
            isDefault: boolean;
            settings: {
                /** @default true */
                syncEmployees?: boolean;
                /** @default true */
                syncInventory?: boolean;
                /** @default true */
                syncInvoices?: boolean;
                /** @default true */
                syncOrders?: boolean;
                /** @default true */
                syncProducts?: boolean;
            };
            /** Format: date-time */
            updatedAt: string;
        };
        CronQuestion: {
            schedule: string;
            /** @default UTC */
            timezone: string;
        };
        CronQuestionInput: {
            schedule: string;
            /** @default UTC */
            timezone?: string;
        };
        CronReading: {
            /** @description In words. */
            description?: string;
            /** @description What is wrong with it. */
            error?: string;
            /** @description The next five times, in UTC. */
            nextRuns: string[];
            timezone: string;
            valid: boolean;
        };
        CronReadingInput: {
            /** @description In words. */
            description?: string;
            /** @description What is wrong with it. */
            error?: string;
            /** @description The next five times, in UTC. */
            nextRuns: string[];
            timezone: string;
            valid: boolean;
        };
        /** @description Which ERP serves a site, and why. */
        EffectiveERP: {
            assignment: (components["schemas"]["SiteERPAssignment"] | components["schemas"]["ClientERPAssignment"]) | null;
            connection: components["schemas"]["ERPConnection"] | null;
            /** @enum {string} */
            source: "site" | "client" | "none";
        };
        /** @description Which ERP serves a site, and why. */
        EffectiveERPInput: {
            assignment: (components["schemas"]["SiteERPAssignmentInput"] | components["schemas"]["ClientERPAssignmentInput"]) | null;
            connection: components["schemas"]["ERPConnectionInput"] | null;
            /** @enum {string} */
            source: "site" | "client" | "none";
        };
        ERPChange: {
            deleted: boolean;
            erpId: string | null;
            id: string;
            position: number;
            record?: components["schemas"]["ERPRecord"];
        };
        ERPChangeInput: {
            deleted: boolean;
            erpId: string | null;
            id: string;
            position: number;
            record?: components["schemas"]["ERPRecordInput"];
        };
        ERPChanges: {
            changes: components["schemas"]["ERPChange"][];
            /** @description The position to ask from next; the same as before where nothing is new. */
            next: number;
        };
        ERPChangesInput: {
            changes: components["schemas"]["ERPChangeInput"][];
            /** @description The position to ask from next; the same as before where nothing is new. */
            next: number;
        };
        ERPConflict: {
            dataType: components["schemas"]["ERPDataType"];
            /** Format: date-time */
            detectedAt: string;
            erp: {
                changedAt: string | null;
                data: {
                    [key: string]: unknown;
                };
            };
            erpConnectionId: string;
            erpId: string | null;
            /** @description Who changed what, when, and which run found it, in words. */
            explanation: string;
            fields: {
                /** @description What both last agreed on. */
                base: unknown;
                erp: unknown;
                /** @description A field, a field of an address (shipTo.city) or a line (lines[10]). */
                path: string;
                system: unknown;
            }[];
            id: string;
            /**
             * @description both_changed: since the last sync, in different ways; back_and_forth: each side undid the change of the other three times.
             * @enum {string}
             */
            reason: "both_changed" | "back_and_forth";
            recordId: string;
            /** @description The run that found it; null where a change of the system did. */
            syncLogId: string | null;
            system: {
                /** Format: date-time */
                changedAt: string;
                data: {
                    [key: string]: unknown;
                };
            };
        };
        ERPConflictInput: {
            dataType: components["schemas"]["ERPDataTypeInput"];
            /** Format: date-time */
            detectedAt: string;
            erp: {
                changedAt: string | null;
                data: {
                    [key: string]: unknown;
                };
            };
            erpConnectionId: string;
            erpId: string | null;
            /** @description Who changed what, when, and which run found it, in words. */
            explanation: string;
            fields: {
                /** @description What both last agreed on. */
                base: unknown;
                erp: unknown;
                /** @description A field, a field of an address (shipTo.city) or a line (lines[10]). */
                path: string;
                system: unknown;
            }[];
            id: string;
            /**
             * @description both_changed: since the last sync, in different ways; back_and_forth: each side undid the change of the other three times.
             * @enum {string}
             */
            reason: "both_changed" | "back_and_forth";
            recordId: string;
            /** @description The run that found it; null where a change of the system did. */
            syncLogId: string | null;
            system: {
                /** Format: date-time */
                changedAt: string;
                data: {
                    [key: string]: unknown;
                };
            };
        };
        ERPConflictResolution: {
            /** @description By the paths of the conflict's fields: whose value is taken there. */
            fields?: {
                [key: string]: "erp" | "system";
            };
            /**
             * @description Whose values are taken, unless `fields` says otherwise.
             * @enum {string}
             */
            winner: "erp" | "system";
        };
        ERPConflictResolutionInput: {
            /** @description By the paths of the conflict's fields: whose value is taken there. */
            fields?: {
                [key: string]: "erp" | "system";
            };
            /**
             * @description Whose values are taken, unless `fields` says otherwise.
             * @enum {string}
             */
            winner: "erp" | "system";
        };
        /** @description A connection to one ERP. */
        ERPConnection: {
            /** @enum {string} */
            connectionMethod: "api" | "doi" | "sftp";
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** @description Secrets read as "********"; sent back so, they are left as they were. */
            credentials: {
                [key: string]: unknown;
            };
            health?: {
                /** Format: date-time */
                checkedAt: string;
                message: string;
                responseTime: number;
                /** @enum {string} */
                state: "ok" | "failing";
            };
            id: string;
            /** Format: date-time */
            lastSyncAt?: string;
            /** Format: date-time */
            lastTestedAt?: string;
            name: string;
            /** @enum {string} */
            provider: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
            settings: {
                /**
                 * @description Records a page.
                 * @default 100
                 */
                batchSize: number;
                /** @description What may be synced. */
                enabledDataTypes: unknown;
                /** @description Most calls to this ERP at the same time, over all workers and runs. It only lowers the connector's own limit. */
                maxConcurrentCalls?: number;
                /**
                 * @description The share of the records that one full sync may delete because the ERP has them no more; beyond it none is, and the run ends in error.
                 * @default 0.3
                 */
                maxDeleteShare: number;
                /** @description Most calls to this ERP in a window, over all workers. */
                rateLimit?: {
                    max: number;
                    perMs: number;
                };
                /**
                 * @description How often a failing page is tried again before the run ends in error.
                 * @default 3
                 */
                retryAttempts: number;
                /**
                 * @description Base of the exponential backoff with full jitter, in ms.
                 * @default 5000
                 */
                retryDelay: number;
                /** @description Cron: what a data type without a sync configuration of its own follows. */
                syncSchedule?: string;
                /**
                 * @description Limit of one call to the ERP, and of a connection test, in ms.
                 * @default 30000
                 */
                timeout: number;
                /** @description IANA time zone of the schedule. */
                timezone?: string;
                /**
                 * @description How far before the last seen change time an incremental sync asks again, in ms: what was committed late is found.
                 * @default 300000
                 */
                watermarkOverlap: number;
            } & {
                [key: string]: unknown;
            };
            /** @enum {string} */
            status: "active" | "inactive" | "error" | "testing";
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description Fields to change. Within credentials and settings a null removes a field; a masked secret is left as it was. */
        ERPConnectionChange: {
            /** @enum {string} */
            connectionMethod?: "api" | "doi" | "sftp";
            credentials?: {
                [key: string]: unknown;
            };
            name?: string;
            /** @enum {string} */
            provider?: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
            settings?: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            status?: "active" | "inactive" | "error" | "testing";
        };
        /** @description Fields to change. Within credentials and settings a null removes a field; a masked secret is left as it was. */
        ERPConnectionChangeInput: {
            /** @enum {string} */
            connectionMethod?: "api" | "doi" | "sftp";
            credentials?: {
                [key: string]: unknown;
            };
            name?: string;
            /** @enum {string} */
            provider?: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
            settings?: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            status?: "active" | "inactive" | "error" | "testing";
        };
        /** @description A connection to one ERP. */
        ERPConnectionInput: {
            /** @enum {string} */
            connectionMethod: "api" | "doi" | "sftp";
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** @description Secrets read as "********"; sent back so, they are left as they were. */
            credentials: {
                [key: string]: unknown;
            };
            health?: {
                /** Format: date-time */
                checkedAt: string;
                message: string;
                responseTime: number;
                /** @enum {string} */
                state: "ok" | "failing";
            };
            id: string;
            /** Format: date-time */
            lastSyncAt?: string;
            /** Format: date-time */
            lastTestedAt?: string;
            name: string;
            /** @enum {string} */
            provider: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
            settings: {
                /**
                 * @description Records a page.
                 * @default 100
                 */
                batchSize?: number;
                /** @description What may be synced. */
                enabledDataTypes: components["schemas"]["ERPDataTypeInput"][];
                /** @description Most calls to this ERP at the same time, over all workers and runs. It only lowers the connector's own limit. */
                maxConcurrentCalls?: number;
                /**
                 * @description The share of the records that one full sync may delete because the ERP has them no more; beyond it none is, and the run ends in error.
                 * @default 0.3
                 */
                maxDeleteShare?: number;
                /** @description Most calls to this ERP in a window, over all workers. */
                rateLimit?: {
                    max: number;
                    perMs: number;
                };
                /**
                 * @description How often a failing page is tried again before the run ends in error.
                 * @default 3
                 */
                retryAttempts?: number;
                /**
                 * @description Base of the exponential backoff with full jitter, in ms.
                 * @default 5000
                 */
                retryDelay?: number;
                /** @description Cron: what a data type without a sync configuration of its own follows. */
                syncSchedule?: string;
                /**
                 * @description Limit of one call to the ERP, and of a connection test, in ms.
                 * @default 30000
                 */
                timeout?: number;
                /** @description IANA time zone of the schedule. */
                timezone?: string;
                /**
                 * @description How far before the last seen change time an incremental sync asks again, in ms: what was committed late is found.
                 * @default 300000
                 */
                watermarkOverlap?: number;
            } & {
                [key: string]: unknown;
            };
            /** @enum {string} */
            status: "active" | "inactive" | "error" | "testing";
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description The test waits or works. */
        ERPConnectionTestPending: {
            id: string;
            /** @constant */
            status: "pending";
        };
        /** @description The test waits or works. */
        ERPConnectionTestPendingInput: {
            id: string;
            /** @constant */
            status: "pending";
        };
        ERPConnectionTestResult: {
            details: {
                checks: {
                    detail: string;
                    ms: number;
                    /** @description What was tried: "DNS", "TCP/TLS", "Authentication", "Clock", or a data type. */
                    name: string;
                    ok: boolean;
                }[];
            };
            errors?: string[];
            message: string;
            responseTime: number;
            success: boolean;
        };
        ERPConnectionTestResultInput: {
            details: {
                checks: {
                    detail: string;
                    ms: number;
                    /** @description What was tried: "DNS", "TCP/TLS", "Authentication", "Clock", or a data type. */
                    name: string;
                    ok: boolean;
                }[];
            };
            errors?: string[];
            message: string;
            responseTime: number;
            success: boolean;
        };
        /**
         * @description What is exchanged with an ERP.
         * @enum {string}
         */
        ERPDataType: "orders" | "products" | "order_status" | "inventory" | "employees" | "invoices";
        /**
         * @description What is exchanged with an ERP.
         * @enum {string}
         */
        ERPDataTypeInput: "orders" | "products" | "order_status" | "inventory" | "employees" | "invoices";
        ERPOverview: {
            connections: {
                byStatus: {
                    [key: string]: number;
                };
                total: number;
            };
            last24Hours: {
                failed: number;
                /** @description 0 before the first. */
                successRate: number;
                syncs: number;
            };
            /** @description The last five, with their hints. */
            lastFailures: components["schemas"]["ERPSyncLog"][];
            /** @description At most twenty. */
            running: components["schemas"]["ERPSyncLog"][];
            /** @description The next five times of schedules. */
            upcoming: {
                /** Format: date-time */
                at: string;
                dataType: string;
                erpConnectionId: string;
            }[];
            /** @description At most twenty. */
            waiting: components["schemas"]["ERPSyncLog"][];
        };
        ERPOverviewInput: {
            connections: {
                byStatus: {
                    [key: string]: number;
                };
                total: number;
            };
            last24Hours: {
                failed: number;
                /** @description 0 before the first. */
                successRate: number;
                syncs: number;
            };
            /** @description The last five, with their hints. */
            lastFailures: components["schemas"]["ERPSyncLogInput"][];
            /** @description At most twenty. */
            running: components["schemas"]["ERPSyncLogInput"][];
            /** @description The next five times of schedules. */
            upcoming: {
                /** Format: date-time */
                at: string;
                dataType: string;
                erpConnectionId: string;
            }[];
            /** @description At most twenty. */
            waiting: components["schemas"]["ERPSyncLogInput"][];
        };
        /** @description Raw records beside mapped and validated ones. Nothing of it is stored. */
        ERPPreview: {
            dataType: components["schemas"]["ERPDataType"];
            /** @description The files that were looked into; empty where the ERP has an API. */
            files: components["schemas"]["ERPPreviewedFile"][];
            /**
             * @description Whose mapping was tried; none: the connector's own alone.
             * @enum {string}
             */
            mapping: "request" | "stored" | "none";
            records: {
                errors: {
                    message: string;
                    path: string;
                    value: unknown;
                }[];
                /** @description Its id, by the mapping; empty where it has none. */
                id: string;
                /** @description Canonical fields before they are validated; null where it was filtered, or a transformation failed. */
                mapped: unknown;
                /** @description As the ERP gave it. */
                raw: unknown;
                /** @description The canonical record as a sync would store it; null where it would not. */
                record: unknown;
                /** @description Whether something is left out of `raw`, `mapped` or `record` for its size. */
                shortened: boolean;
                /** @enum {string} */
                status: "accepted" | "filtered" | "rejected";
            }[];
            /** @description How many records the ERP says there are; null where it does not say. */
            total: number | null;
        };
        /** @description A file that a preview has looked into. */
        ERPPreviewedFile: {
            /** @description What to do so that the file is read as it is meant. */
            advice: string[];
            columns: {
                /** @description The canonical field that it fills, by the mapping that is tried; null where it fills none. */
                field: string | null;
                name: string;
            }[];
            /** @description How dates seem to be written; "unknown" where several are possible, null without dates. */
            dateFormat: string | null;
            /** @description What seems to separate decimals; "unknown" where the numbers allow both, or contradict each other; null without decimals. */
            decimal: ("." | "," | "unknown") | null;
            /** @description What `decimal` and `dateFormat` rest on, and so how sure they are. */
            evidence: {
                /** @description The first cell that says so. */
                cell: string;
                /** @description How many cells of the beginning say so. */
                cells: number;
                /** @description Its name; the path of what lies within one, as in "Lines.Line.UnitPrice". */
                column: string;
                /** @enum {string} */
                for: "decimal" | "dateFormat";
                /** @description What they allow: one value is certain, several are a question. */
                says: string[];
            }[];
            /** @description Why it cannot be read by the settings; `format` and `settings` are then what its content suggests. Null where it can. */
            fault: string | null;
            /** @description Kind, encoding and what else its kind has, as the setting `format` takes it. */
            format: {
                [key: string]: unknown;
            };
            hasByteOrderMark: boolean;
            /** @description Whether the format was found out by looking at the file; else the settings say it. */
            isFormatGuessed: boolean;
            name: string;
            /** @description What to save among the connection's settings, so that nothing is guessed any more. */
            settings: {
                [key: string]: unknown;
            };
        };
        /** @description A file that a preview has looked into. */
        ERPPreviewedFileInput: {
            /** @description What to do so that the file is read as it is meant. */
            advice: string[];
            columns: {
                /** @description The canonical field that it fills, by the mapping that is tried; null where it fills none. */
                field: string | null;
                name: string;
            }[];
            /** @description How dates seem to be written; "unknown" where several are possible, null without dates. */
            dateFormat: string | null;
            /** @description What seems to separate decimals; "unknown" where the numbers allow both, or contradict each other; null without decimals. */
            decimal: ("." | "," | "unknown") | null;
            /** @description What `decimal` and `dateFormat` rest on, and so how sure they are. */
            evidence: {
                /** @description The first cell that says so. */
                cell: string;
                /** @description How many cells of the beginning say so. */
                cells: number;
                /** @description Its name; the path of what lies within one, as in "Lines.Line.UnitPrice". */
                column: string;
                /** @enum {string} */
                for: "decimal" | "dateFormat";
                /** @description What they allow: one value is certain, several are a question. */
                says: string[];
            }[];
            /** @description Why it cannot be read by the settings; `format` and `settings` are then what its content suggests. Null where it can. */
            fault: string | null;
            /** @description Kind, encoding and what else its kind has, as the setting `format` takes it. */
            format: {
                [key: string]: unknown;
            };
            hasByteOrderMark: boolean;
            /** @description Whether the format was found out by looking at the file; else the settings say it. */
            isFormatGuessed: boolean;
            name: string;
            /** @description What to save among the connection's settings, so that nothing is guessed any more. */
            settings: {
                [key: string]: unknown;
            };
        };
        /** @description Raw records beside mapped and validated ones. Nothing of it is stored. */
        ERPPreviewInput: {
            dataType: components["schemas"]["ERPDataTypeInput"];
            /** @description The files that were looked into; empty where the ERP has an API. */
            files: components["schemas"]["ERPPreviewedFileInput"][];
            /**
             * @description Whose mapping was tried; none: the connector's own alone.
             * @enum {string}
             */
            mapping: "request" | "stored" | "none";
            records: {
                errors: {
                    message: string;
                    path: string;
                    value: unknown;
                }[];
                /** @description Its id, by the mapping; empty where it has none. */
                id: string;
                /** @description Canonical fields before they are validated; null where it was filtered, or a transformation failed. */
                mapped: unknown;
                /** @description As the ERP gave it. */
                raw: unknown;
                /** @description The canonical record as a sync would store it; null where it would not. */
                record: unknown;
                /** @description Whether something is left out of `raw`, `mapped` or `record` for its size. */
                shortened: boolean;
                /** @enum {string} */
                status: "accepted" | "filtered" | "rejected";
            }[];
            /** @description How many records the ERP says there are; null where it does not say. */
            total: number | null;
        };
        /** @description Without fieldMapping, transformations and filters the stored configuration is tried; with any of them only what is given. */
        ERPPreviewRequest: {
            dataType: components["schemas"]["ERPDataType"];
            /** @description Canonical field → path in the row as the ERP gives it; `id` for the record itself. Comes before what the connector finds. */
            fieldMapping?: {
                [key: string]: string;
            };
            filters?: {
                /** @description A canonical field, or "raw." and a path into the row as it came. */
                field: string;
                /**
                 * @default eq
                 * @enum {string}
                 */
                operator: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                value?: (string | number | boolean | null) | (string | number | boolean | null)[];
            }[];
            /**
             * @description How many of the first records.
             * @default 10
             */
            limit: number;
            transformations?: {
                field: string;
                /** @enum {string} */
                operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                value?: unknown;
            }[];
        };
        /** @description Without fieldMapping, transformations and filters the stored configuration is tried; with any of them only what is given. */
        ERPPreviewRequestInput: {
            dataType: components["schemas"]["ERPDataTypeInput"];
            /** @description Canonical field → path in the row as the ERP gives it; `id` for the record itself. Comes before what the connector finds. */
            fieldMapping?: {
                [key: string]: string;
            };
            filters?: {
                /** @description A canonical field, or "raw." and a path into the row as it came. */
                field: string;
                /**
                 * @default eq
                 * @enum {string}
                 */
                operator?: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                value?: (string | number | boolean | null) | (string | number | boolean | null)[];
            }[];
            /**
             * @description How many of the first records.
             * @default 10
             */
            limit?: number;
            transformations?: {
                field: string;
                /** @enum {string} */
                operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                value?: unknown;
            }[];
        };
        ERPProvider: {
            /** @enum {string} */
            connectionMethod: "api" | "doi" | "sftp";
            connector: string;
            /** @description JSON Schema of `credentials`; a secret field has `"secret": true`. */
            credentials: {
                [key: string]: unknown;
            };
            dataTypes: {
                dataType: components["schemas"]["ERPDataType"];
                directions: ("pull" | "push" | "bidirectional")[];
                /** @description The connector's own mapping; a `fieldMapping` comes before it. */
                fieldSources: {
                    /** @description The canonical field; `id` is the record itself. */
                    field: string;
                    /** @description What happens to them, where they are not copied. */
                    note?: string;
                    /** @description Names or paths in the row of the ERP, best first where one is enough. */
                    sources: string[];
                }[];
                incremental: boolean;
            }[];
            /** @description The value of `settings.product` that chooses this connector, if the provider has several; the first listed is the default. */
            product?: string;
            /** @enum {string} */
            provider: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
            secretFields: string[];
            /** @description JSON Schema of `settings`. */
            settings: {
                [key: string]: unknown;
            };
            title: string;
        };
        ERPProviderInput: {
            /** @enum {string} */
            connectionMethod: "api" | "doi" | "sftp";
            connector: string;
            /** @description JSON Schema of `credentials`; a secret field has `"secret": true`. */
            credentials: {
                [key: string]: unknown;
            };
            dataTypes: {
                dataType: components["schemas"]["ERPDataTypeInput"];
                directions: ("pull" | "push" | "bidirectional")[];
                /** @description The connector's own mapping; a `fieldMapping` comes before it. */
                fieldSources: {
                    /** @description The canonical field; `id` is the record itself. */
                    field: string;
                    /** @description What happens to them, where they are not copied. */
                    note?: string;
                    /** @description Names or paths in the row of the ERP, best first where one is enough. */
                    sources: string[];
                }[];
                incremental: boolean;
            }[];
            /** @description The value of `settings.product` that chooses this connector, if the provider has several; the first listed is the default. */
            product?: string;
            /** @enum {string} */
            provider: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
            secretFields: string[];
            /** @description JSON Schema of `settings`. */
            settings: {
                [key: string]: unknown;
            };
            title: string;
        };
        ERPRecord: {
            conflictId?: string;
            /** @description Canonical fields; money and quantities are decimal strings. */
            data: {
                [key: string]: unknown;
            };
            dataType: components["schemas"]["ERPDataType"];
            erpId: string | null;
            /** @description Why it was not pushed, in the ERP's own words. */
            error?: {
                code: string;
                message: string;
            };
            id: string;
            /** @enum {string} */
            source: "erp" | "system";
            /**
             * @description uncertain: sent and never answered; the ERP is asked before it is sent again.
             * @enum {string}
             */
            syncStatus: "pending" | "in_flight" | "uncertain" | "synced" | "conflict" | "error";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        ERPRecordInput: {
            conflictId?: string;
            /** @description Canonical fields; money and quantities are decimal strings. */
            data: {
                [key: string]: unknown;
            };
            dataType: components["schemas"]["ERPDataTypeInput"];
            erpId: string | null;
            /** @description Why it was not pushed, in the ERP's own words. */
            error?: {
                code: string;
                message: string;
            };
            id: string;
            /** @enum {string} */
            source: "erp" | "system";
            /**
             * @description uncertain: sent and never answered; the ERP is asked before it is sent again.
             * @enum {string}
             */
            syncStatus: "pending" | "in_flight" | "uncertain" | "synced" | "conflict" | "error";
            /** Format: date-time */
            updatedAt: string;
            version: number;
        };
        /** @description What became of one time at which a schedule was due. */
        ERPScheduleSlot: {
            /** Format: date-time */
            dueAt: string;
            lateSeconds?: number;
            reason?: string;
            /**
             * @description ran: it started a run; joined: a run was under way; caught_up: missed, and made up for by a later run; skipped: see reason.
             * @enum {string}
             */
            state: "ran" | "joined" | "caught_up" | "skipped";
            syncLogId?: string;
        };
        /** @description What became of one time at which a schedule was due. */
        ERPScheduleSlotInput: {
            /** Format: date-time */
            dueAt: string;
            lateSeconds?: number;
            reason?: string;
            /**
             * @description ran: it started a run; joined: a run was under way; caught_up: missed, and made up for by a later run; skipped: see reason.
             * @enum {string}
             */
            state: "ran" | "joined" | "caught_up" | "skipped";
            syncLogId?: string;
        };
        ERPStock: {
            erpConnectionId: string;
            /** @description The canonical inventory record of each location. */
            locations: {
                [key: string]: unknown;
            }[];
            /** @description The sum too; a location that does not say has what is on hand less what is reserved. */
            quantityAvailable: string;
            /** @description The sum over all locations, as a decimal string. */
            quantityOnHand: string;
            sku: string;
            /** @description The unit of the sums; null where the locations do not agree on one. */
            uom: string | null;
            /**
             * Format: date-time
             * @description The latest change of any of them.
             */
            updatedAt: string;
        };
        ERPStockInput: {
            erpConnectionId: string;
            /** @description The canonical inventory record of each location. */
            locations: {
                [key: string]: unknown;
            }[];
            /** @description The sum too; a location that does not say has what is on hand less what is reserved. */
            quantityAvailable: string;
            /** @description The sum over all locations, as a decimal string. */
            quantityOnHand: string;
            sku: string;
            /** @description The unit of the sums; null where the locations do not agree on one. */
            uom: string | null;
            /**
             * Format: date-time
             * @description The latest change of any of them.
             */
            updatedAt: string;
        };
        /** @description What is synced, how and when. */
        ERPSyncConfiguration: {
            /** Format: date-time */
            createdAt: string;
            dataType: components["schemas"]["ERPDataType"];
            /** @enum {string} */
            direction: "pull" | "push" | "bidirectional";
            enabled: boolean;
            erpConnectionId: string;
            id: string;
            /** Format: date-time */
            lastSyncAt?: string;
            /** Format: date-time */
            nextSyncAt?: string;
            schedule?: string;
            settings: {
                /**
                 * @description Whether the schedule counts.
                 * @default true
                 */
                autoSync: boolean;
                /**
                 * @default erp_wins
                 * @enum {string}
                 */
                conflictResolution: "erp_wins" | "system_wins" | "newest_wins" | "manual";
                /** @description Canonical field → path in the row as the ERP gives it; `id` for the record itself. Comes before what the connector finds. */
                fieldMapping?: {
                    [key: string]: string;
                };
                filters?: {
                    /** @description A canonical field, or "raw." and a path into the row as it came. */
                    field: string;
                    /**
                     * @default eq
                     * @enum {string}
                     */
                    operator: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                }[];
                /** @description Minutes, where there is no cron expression. */
                syncInterval?: number;
                /**
                 * @description Whether people may start a sync of it.
                 * @default true
                 */
                syncOnDemand: boolean;
                transformations?: {
                    field: string;
                    /** @enum {string} */
                    operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                    value?: unknown;
                }[];
            };
            /** @enum {string} */
            status: "idle" | "syncing" | "success" | "error" | "scheduled";
            timezone?: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description Fields to change; a null removes one. */
        ERPSyncConfigurationChange: {
            enabled?: boolean;
            schedule?: string | null;
            settings?: {
                autoSync?: boolean;
                /** @enum {string} */
                conflictResolution?: "erp_wins" | "system_wins" | "newest_wins" | "manual";
                fieldMapping?: {
                    [key: string]: string;
                } | null;
                filters?: {
                    /** @description A canonical field, or "raw." and a path into the row as it came. */
                    field: string;
                    /**
                     * @default eq
                     * @enum {string}
                     */
                    operator: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                }[] | null;
                syncInterval?: number | null;
                syncOnDemand?: boolean;
                transformations?: {
                    field: string;
                    /** @enum {string} */
                    operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                    value?: unknown;
                }[] | null;
            };
            timezone?: string | null;
        };
        /** @description Fields to change; a null removes one. */
        ERPSyncConfigurationChangeInput: {
            enabled?: boolean;
            schedule?: string | null;
            settings?: {
                autoSync?: boolean;
                /** @enum {string} */
                conflictResolution?: "erp_wins" | "system_wins" | "newest_wins" | "manual";
                fieldMapping?: {
                    [key: string]: string;
                } | null;
                filters?: {
                    /** @description A canonical field, or "raw." and a path into the row as it came. */
                    field: string;
                    /**
                     * @default eq
                     * @enum {string}
                     */
                    operator?: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                }[] | null;
                syncInterval?: number | null;
                syncOnDemand?: boolean;
                transformations?: {
                    field: string;
                    /** @enum {string} */
                    operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                    value?: unknown;
                }[] | null;
            };
            timezone?: string | null;
        };
        /** @description What is synced, how and when. */
        ERPSyncConfigurationInput: {
            /** Format: date-time */
            createdAt: string;
            dataType: components["schemas"]["ERPDataTypeInput"];
            /** @enum {string} */
            direction: "pull" | "push" | "bidirectional";
            enabled: boolean;
            erpConnectionId: string;
            id: string;
            /** Format: date-time */
            lastSyncAt?: string;
            /** Format: date-time */
            nextSyncAt?: string;
            schedule?: string;
            settings: {
                /**
                 * @description Whether the schedule counts.
                 * @default true
                 */
                autoSync?: boolean;
                /**
                 * @default erp_wins
                 * @enum {string}
                 */
                conflictResolution?: "erp_wins" | "system_wins" | "newest_wins" | "manual";
                /** @description Canonical field → path in the row as the ERP gives it; `id` for the record itself. Comes before what the connector finds. */
                fieldMapping?: {
                    [key: string]: string;
                };
                filters?: {
                    /** @description A canonical field, or "raw." and a path into the row as it came. */
                    field: string;
                    /**
                     * @default eq
                     * @enum {string}
                     */
                    operator?: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                }[];
                /** @description Minutes, where there is no cron expression. */
                syncInterval?: number;
                /**
                 * @description Whether people may start a sync of it.
                 * @default true
                 */
                syncOnDemand?: boolean;
                transformations?: {
                    field: string;
                    /** @enum {string} */
                    operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                    value?: unknown;
                }[];
            };
            /** @enum {string} */
            status: "idle" | "syncing" | "success" | "error" | "scheduled";
            timezone?: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description One run of one data type. */
        ERPSyncLog: {
            /** @description Executions that failed and were tried again, and the last one. */
            attempts: number;
            /** Format: date-time */
            completedAt?: string;
            dataType: components["schemas"]["ERPDataType"];
            /** @enum {string} */
            direction: "pull" | "push" | "bidirectional";
            dryRun: boolean;
            /** @description Seconds from startedAt to completedAt. */
            duration?: number;
            erpConnectionId: string;
            errorDetails?: {
                code: string;
                details: {
                    [key: string]: unknown;
                };
                hint: string;
                message: string;
                retryable: boolean;
            };
            errorMessage?: string;
            id: string;
            /** @enum {string} */
            mode: "full" | "incremental";
            /** @description Pages stored so far. */
            pages: number;
            /** @description Percent; while the ERP announces no total it stays 0 until the end. */
            progress: number;
            /** @description Changed by both sides; they wait for a person now. */
            recordsConflicted: number;
            recordsCreated: number;
            recordsDeleted: number;
            /** @description Of the unchanged: what we had pushed ourselves, and came back. */
            recordsEchoed: number;
            /** @description rejected by us, or refused by the ERP; see /rejects */
            recordsFailed: number;
            recordsFiltered: number;
            /** @description recordsSuccess + recordsFailed */
            recordsProcessed: number;
            /** @description Taken by the ERP. */
            recordsPushed: number;
            /** @description All that the ERP gave. */
            recordsRead: number;
            /** @description created + updated + unchanged, and pushed */
            recordsSuccess: number;
            /** @description What the ERP announced, where it does. */
            recordsTotal?: number;
            recordsUnchanged: number;
            recordsUpdated: number;
            /** @description Where the pull began: only what the ERP changed at this time or later. */
            since?: string;
            /**
             * Format: date-time
             * @description When it began to work; while it waits, when it was asked for.
             */
            startedAt: string;
            /** @enum {string} */
            status: "idle" | "scheduled" | "syncing" | "success" | "error";
            syncConfigId?: string;
            /** @enum {string} */
            trigger: "manual" | "schedule" | "webhook" | "retry";
        };
        ERPSyncLogEntry: {
            /** Format: date-time */
            at: string;
            details?: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            level: "info" | "warn" | "error";
            message: string;
        };
        ERPSyncLogEntryInput: {
            /** Format: date-time */
            at: string;
            details?: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            level: "info" | "warn" | "error";
            message: string;
        };
        /** @description One run of one data type. */
        ERPSyncLogInput: {
            /** @description Executions that failed and were tried again, and the last one. */
            attempts: number;
            /** Format: date-time */
            completedAt?: string;
            dataType: components["schemas"]["ERPDataTypeInput"];
            /** @enum {string} */
            direction: "pull" | "push" | "bidirectional";
            dryRun: boolean;
            /** @description Seconds from startedAt to completedAt. */
            duration?: number;
            erpConnectionId: string;
            errorDetails?: {
                code: string;
                details: {
                    [key: string]: unknown;
                };
                hint: string;
                message: string;
                retryable: boolean;
            };
            errorMessage?: string;
            id: string;
            /** @enum {string} */
            mode: "full" | "incremental";
            /** @description Pages stored so far. */
            pages: number;
            /** @description Percent; while the ERP announces no total it stays 0 until the end. */
            progress: number;
            /** @description Changed by both sides; they wait for a person now. */
            recordsConflicted: number;
            recordsCreated: number;
            recordsDeleted: number;
            /** @description Of the unchanged: what we had pushed ourselves, and came back. */
            recordsEchoed: number;
            /** @description rejected by us, or refused by the ERP; see /rejects */
            recordsFailed: number;
            recordsFiltered: number;
            /** @description recordsSuccess + recordsFailed */
            recordsProcessed: number;
            /** @description Taken by the ERP. */
            recordsPushed: number;
            /** @description All that the ERP gave. */
            recordsRead: number;
            /** @description created + updated + unchanged, and pushed */
            recordsSuccess: number;
            /** @description What the ERP announced, where it does. */
            recordsTotal?: number;
            recordsUnchanged: number;
            recordsUpdated: number;
            /** @description Where the pull began: only what the ERP changed at this time or later. */
            since?: string;
            /**
             * Format: date-time
             * @description When it began to work; while it waits, when it was asked for.
             */
            startedAt: string;
            /** @enum {string} */
            status: "idle" | "scheduled" | "syncing" | "success" | "error";
            syncConfigId?: string;
            /** @enum {string} */
            trigger: "manual" | "schedule" | "webhook" | "retry";
        };
        ERPSyncReject: {
            errors: {
                message: string;
                path: string;
                value: unknown;
            }[];
            /** @description From 1; 0 in a push. */
            page: number;
            /** @description Its id: the ERP's in a pull, empty where it had none; ours in a push. */
            recordId: string;
        };
        ERPSyncRejectInput: {
            errors: {
                message: string;
                path: string;
                value: unknown;
            }[];
            /** @description From 1; 0 in a push. */
            page: number;
            /** @description Its id: the ERP's in a pull, empty where it had none; ours in a push. */
            recordId: string;
        };
        ERPSyncRequest: {
            dataType: components["schemas"]["ERPDataType"];
            /**
             * @default pull
             * @enum {string}
             */
            direction: "pull" | "push" | "bidirectional";
            /**
             * @description Reads and compares everything, and stores no record.
             * @default false
             */
            dryRun: boolean;
            /**
             * @description full: everything is read again; incremental: what changed since the last success, where the ERP can say.
             * @default incremental
             * @enum {string}
             */
            mode: "full" | "incremental";
            /**
             * Format: date-time
             * @description Reads again what changed since this time, whatever was read before.
             */
            since?: string;
        };
        ERPSyncRequestInput: {
            dataType: components["schemas"]["ERPDataTypeInput"];
            /**
             * @default pull
             * @enum {string}
             */
            direction?: "pull" | "push" | "bidirectional";
            /**
             * @description Reads and compares everything, and stores no record.
             * @default false
             */
            dryRun?: boolean;
            /**
             * @description full: everything is read again; incremental: what changed since the last success, where the ERP can say.
             * @default incremental
             * @enum {string}
             */
            mode?: "full" | "incremental";
            /**
             * Format: date-time
             * @description Reads again what changed since this time, whatever was read before.
             */
            since?: string;
        };
        ERPSyncStatistics: {
            /** @description Seconds. */
            avgSyncDuration: number;
            byDataType: {
                [key: string]: {
                    /** @description Seconds. */
                    avgSyncDuration: number;
                    failedSyncs: number;
                    /** Format: date-time */
                    lastSyncDate?: string;
                    successfulSyncs: number;
                    /** @description successfulSyncs / totalSyncs; 0 before the first. */
                    successRate: number;
                    totalRecordsProcessed: number;
                    totalSyncs: number;
                };
            };
            /** @description The last 30 days, oldest first. */
            daily: {
                /** Format: date */
                date: string;
                failed: number;
                recordsProcessed: number;
                syncs: number;
            }[];
            failedSyncs: number;
            /** Format: date-time */
            lastSyncDate?: string;
            successfulSyncs: number;
            /** @description successfulSyncs / totalSyncs; 0 before the first. */
            successRate: number;
            totalRecordsProcessed: number;
            totalSyncs: number;
        };
        ERPSyncStatisticsInput: {
            /** @description Seconds. */
            avgSyncDuration: number;
            byDataType: {
                [key: string]: {
                    /** @description Seconds. */
                    avgSyncDuration: number;
                    failedSyncs: number;
                    /** Format: date-time */
                    lastSyncDate?: string;
                    successfulSyncs: number;
                    /** @description successfulSyncs / totalSyncs; 0 before the first. */
                    successRate: number;
                    totalRecordsProcessed: number;
                    totalSyncs: number;
                };
            };
            /** @description The last 30 days, oldest first. */
            daily: {
                /** Format: date */
                date: string;
                failed: number;
                recordsProcessed: number;
                syncs: number;
            }[];
            failedSyncs: number;
            /** Format: date-time */
            lastSyncDate?: string;
            successfulSyncs: number;
            /** @description successfulSyncs / totalSyncs; 0 before the first. */
            successRate: number;
            totalRecordsProcessed: number;
            totalSyncs: number;
        };
        ERPWrittenRecord: {
            data?: {
                [key: string]: unknown;
            };
            id: string;
            updatedAt?: string;
        } & {
            [key: string]: unknown;
        };
        ERPWrittenRecordInput: {
            data?: {
                [key: string]: unknown;
            };
            id: string;
            updatedAt?: string;
        } & {
            [key: string]: unknown;
        };
        NewClientERPAssignment: {
            catalogId?: string;
            erpConnectionId: string;
            isDefault?: boolean;
            settings: {
                /** @default true */
                syncEmployees: boolean;
                /** @default true */
                syncInventory: boolean;
                /** @default true */
                syncInvoices: boolean;
                /** @default true */
                syncOrders: boolean;
                /** @default true */
                syncProducts: boolean;
            };
        };
        NewClientERPAssignmentInput: {
            catalogId?: string;
            erpConnectionId: string;
            isDefault?: boolean;
            /** @default {} */
            settings?: {
                /** @default true */
                syncEmployees?: boolean;
                /** @default true */
                syncInventory?: boolean;
                /** @default true */
                syncInvoices?: boolean;
                /** @default true */
                syncOrders?: boolean;
                /** @default true */
                syncProducts?: boolean;
            };
        };
        NewERPConnection: {
            /** @enum {string} */
            connectionMethod: "api" | "doi" | "sftp";
            credentials: {
                [key: string]: unknown;
            };
            name: string;
            /** @enum {string} */
            provider: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
            /** @default {} */
            settings: {
                [key: string]: unknown;
            };
            /**
             * @default active
             * @enum {string}
             */
            status: "active" | "inactive" | "error" | "testing";
        };
        NewERPConnectionInput: {
            /** @enum {string} */
            connectionMethod: "api" | "doi" | "sftp";
            credentials: {
                [key: string]: unknown;
            };
            name: string;
            /** @enum {string} */
            provider: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
            /** @default {} */
            settings?: {
                [key: string]: unknown;
            };
            /**
             * @default active
             * @enum {string}
             */
            status?: "active" | "inactive" | "error" | "testing";
        };
        NewERPSyncConfiguration: {
            dataType: components["schemas"]["ERPDataType"];
            /**
             * @default pull
             * @enum {string}
             */
            direction: "pull" | "push" | "bidirectional";
            /** @default true */
            enabled: boolean;
            erpConnectionId: string;
            schedule?: string;
            settings: {
                /**
                 * @description Whether the schedule counts.
                 * @default true
                 */
                autoSync: boolean;
                /**
                 * @default erp_wins
                 * @enum {string}
                 */
                conflictResolution: "erp_wins" | "system_wins" | "newest_wins" | "manual";
                /** @description Canonical field → path in the row as the ERP gives it; `id` for the record itself. Comes before what the connector finds. */
                fieldMapping?: {
                    [key: string]: string;
                };
                filters?: {
                    /** @description A canonical field, or "raw." and a path into the row as it came. */
                    field: string;
                    /**
                     * @default eq
                     * @enum {string}
                     */
                    operator: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                }[];
                /** @description Minutes, where there is no cron expression. */
                syncInterval?: number;
                /**
                 * @description Whether people may start a sync of it.
                 * @default true
                 */
                syncOnDemand: boolean;
                transformations?: {
                    field: string;
                    /** @enum {string} */
                    operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                    value?: unknown;
                }[];
            };
            timezone?: string;
        };
        NewERPSyncConfigurationInput: {
            dataType: components["schemas"]["ERPDataTypeInput"];
            /**
             * @default pull
             * @enum {string}
             */
            direction?: "pull" | "push" | "bidirectional";
            /** @default true */
            enabled?: boolean;
            erpConnectionId: string;
            schedule?: string;
            /** @default {} */
            settings?: {
                /**
                 * @description Whether the schedule counts.
                 * @default true
                 */
                autoSync?: boolean;
                /**
                 * @default erp_wins
                 * @enum {string}
                 */
                conflictResolution?: "erp_wins" | "system_wins" | "newest_wins" | "manual";
                /** @description Canonical field → path in the row as the ERP gives it; `id` for the record itself. Comes before what the connector finds. */
                fieldMapping?: {
                    [key: string]: string;
                };
                filters?: {
                    /** @description A canonical field, or "raw." and a path into the row as it came. */
                    field: string;
                    /**
                     * @default eq
                     * @enum {string}
                     */
                    operator?: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                }[];
                /** @description Minutes, where there is no cron expression. */
                syncInterval?: number;
                /**
                 * @description Whether people may start a sync of it.
                 * @default true
                 */
                syncOnDemand?: boolean;
                transformations?: {
                    field: string;
                    /** @enum {string} */
                    operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                    value?: unknown;
                }[];
            };
            timezone?: string;
        };
        NewSiteERPAssignment: {
            catalogId?: string;
            clientId: string;
            erpConnectionId: string;
            /** @default true */
            overridesClient: boolean;
            settings: {
                /** @default true */
                syncEmployees: boolean;
                /** @default true */
                syncInventory: boolean;
                /** @default true */
                syncInvoices: boolean;
                /** @default true */
                syncOrders: boolean;
                /** @default true */
                syncProducts: boolean;
            };
        };
        NewSiteERPAssignmentInput: {
            catalogId?: string;
            clientId: string;
            erpConnectionId: string;
            /** @default true */
            overridesClient?: boolean;
            /** @default {} */
            settings?: {
                /** @default true */
                syncEmployees?: boolean;
                /** @default true */
                syncInventory?: boolean;
                /** @default true */
                syncInvoices?: boolean;
                /** @default true */
                syncOrders?: boolean;
                /** @default true */
                syncProducts?: boolean;
            };
        };
        /** @description A failure, as RFC 9457 describes it. */
        Problem: {
            /**
             * @description The last part of `type`, for programs.
             * @enum {string}
             */
            code: "request.malformed" | "request.invalid" | "request.unauthenticated" | "request.forbidden" | "request.not-found" | "request.conflict" | "request.stale" | "request.too-large" | "request.media-type" | "request.rate-limited" | "connection.not-active" | "connection.data-type-disabled" | "connection.not-capable" | "schedule.not-on-demand" | "assignment.none" | "assignment.switched-off" | "setup.credentials-rejected" | "setup.permission-missing" | "setup.host-unknown" | "setup.address-forbidden" | "setup.certificate-untrusted" | "setup.host-key-unconfirmed" | "setup.host-key-changed" | "setup.private-key-unusable" | "setup.resource-missing" | "setup.request-refused" | "setup.answer-unexpected" | "setup.answer-too-large" | "setup.redirect-refused" | "setup.clock-skewed" | "setup.settings-invalid" | "setup.mapping-exhausting" | "setup.key-missing" | "remote.unreachable" | "remote.unavailable" | "remote.timeout" | "remote.cut-short" | "remote.cursor-repeated" | "remote.throttled" | "record.invalid" | "record.refused" | "file.unreadable" | "file.truncated" | "file.too-large" | "file.locked" | "file.untrusted" | "push.unsettled" | "run.cancelled" | "run.ended" | "run.interrupted" | "run.yielded" | "run.superseded" | "run.incomplete" | "run.too-many-deletions" | "run.worker-lost" | "preview.unanswered" | "store.unavailable" | "identity.unavailable" | "internal.bug";
            /** @description What happened, in this case. */
            detail: string;
            /** @description The same as `detail`. */
            error: string;
            /** @description Field by field, where the input is invalid. */
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What to do now. */
            hint: string;
            /** @description The path that was asked for. */
            instance: string;
            /** @description Finds the request in the logs. */
            requestId: string;
            status: number;
            title: string;
            /** @description Names the kind of problem; stable. */
            type: string;
        };
        /** @description A failure, as RFC 9457 describes it. */
        ProblemInput: {
            /**
             * @description The last part of `type`, for programs.
             * @enum {string}
             */
            code: "request.malformed" | "request.invalid" | "request.unauthenticated" | "request.forbidden" | "request.not-found" | "request.conflict" | "request.stale" | "request.too-large" | "request.media-type" | "request.rate-limited" | "connection.not-active" | "connection.data-type-disabled" | "connection.not-capable" | "schedule.not-on-demand" | "assignment.none" | "assignment.switched-off" | "setup.credentials-rejected" | "setup.permission-missing" | "setup.host-unknown" | "setup.address-forbidden" | "setup.certificate-untrusted" | "setup.host-key-unconfirmed" | "setup.host-key-changed" | "setup.private-key-unusable" | "setup.resource-missing" | "setup.request-refused" | "setup.answer-unexpected" | "setup.answer-too-large" | "setup.redirect-refused" | "setup.clock-skewed" | "setup.settings-invalid" | "setup.mapping-exhausting" | "setup.key-missing" | "remote.unreachable" | "remote.unavailable" | "remote.timeout" | "remote.cut-short" | "remote.cursor-repeated" | "remote.throttled" | "record.invalid" | "record.refused" | "file.unreadable" | "file.truncated" | "file.too-large" | "file.locked" | "file.untrusted" | "push.unsettled" | "run.cancelled" | "run.ended" | "run.interrupted" | "run.yielded" | "run.superseded" | "run.incomplete" | "run.too-many-deletions" | "run.worker-lost" | "preview.unanswered" | "store.unavailable" | "identity.unavailable" | "internal.bug";
            /** @description What happened, in this case. */
            detail: string;
            /** @description The same as `detail`. */
            error: string;
            /** @description Field by field, where the input is invalid. */
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description What to do now. */
            hint: string;
            /** @description The path that was asked for. */
            instance: string;
            /** @description Finds the request in the logs. */
            requestId: string;
            status: number;
            title: string;
            /** @description Names the kind of problem; stable. */
            type: string;
        };
        Readiness: {
            /** @constant */
            redis: "ok";
            /**
             * @description degraded: no worker was heard of in the last 30 s, so jobs wait.
             * @enum {string}
             */
            status: "ok" | "degraded";
            /** @description How many were heard of in the last 30 s. */
            workers: number;
        };
        ReadinessInput: {
            /** @constant */
            redis: "ok";
            /**
             * @description degraded: no worker was heard of in the last 30 s, so jobs wait.
             * @enum {string}
             */
            status: "ok" | "degraded";
            /** @description How many were heard of in the last 30 s. */
            workers: number;
        };
        SiteERPAssignment: {
            catalogId?: string;
            clientId: string;
            /** Format: date-time */
            createdAt: string;
            erpConnectionId: string;
            id: string;
            overridesClient: boolean;
            settings: {
                /** @default true */
                syncEmployees: boolean;
                /** @default true */
                syncInventory: boolean;
                /** @default true */
                syncInvoices: boolean;
                /** @default true */
                syncOrders: boolean;
                /** @default true */
                syncProducts: boolean;
            };
            siteId: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SiteERPAssignmentInput: {
            catalogId?: string;
            clientId: string;
            /** Format: date-time */
            createdAt: string;
            erpConnectionId: string;
            id: string;
            overridesClient: boolean;
            settings: {
                /** @default true */
                syncEmployees?: boolean;
                /** @default true */
                syncInventory?: boolean;
                /** @default true */
                syncInvoices?: boolean;
                /** @default true */
                syncOrders?: boolean;
                /** @default true */
                syncProducts?: boolean;
            };
            siteId: string;
            /** Format: date-time */
            updatedAt: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAuditEvents: {
        parameters: {
            query?: {
                action?: "erp_connection_created_enhanced" | "erp_connection_updated" | "erp_connection_deleted" | "erp_connection_tested" | "erp_preview_requested" | "erp_manual_sync_triggered" | "erp_sync_cancelled" | "erp_records_written" | "erp_conflict_resolved" | "erp_sync_config_created" | "erp_sync_config_updated" | "erp_sync_config_deleted" | "client_erp_assigned" | "client_erp_unassigned" | "site_erp_assigned" | "site_erp_unassigned" | "login_failed";
                /** @description The id of who did it: the name of an API key, the subject of a token. */
                actor?: string;
                /** @description Where to go on: from `X-Next-Cursor`, or follow `Link`. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description ISO 8601; without a zone it is UTC. */
                since?: string;
                /** @description The id of what was changed. */
                target?: string;
                /** @description ISO 8601; without a zone it is UTC. */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEvent"][];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClientAssignments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientERPAssignment"][];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignToClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClientERPAssignmentInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientERPAssignment"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unassignFromClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveDocument: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConflict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConflict"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveConflict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ERPConflictResolutionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPRecord"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConnections: {
        parameters: {
            query?: {
                connectionMethod?: "api" | "doi" | "sftp";
                /** @description Where to go on: from `X-Next-Cursor`, or follow `Link`. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
                provider?: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
                status?: "active" | "inactive" | "error" | "testing";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnection"][];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createConnection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewERPConnectionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnection"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnection"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeConnection: {
        parameters: {
            query?: never;
            header?: {
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ERPConnectionChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnection"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was changed since that ETag. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description The `next` of the last answer; 0 for the beginning. */
                after?: number;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path: {
                dataType: components["schemas"]["ERPDataTypeInput"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPChanges"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConflicts: {
        parameters: {
            query?: {
                /** @description Where to go on: from `X-Next-Cursor`, or follow `Link`. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConflict"][];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewRecords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ERPPreviewRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPPreview"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The ERP took too long. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRecords: {
        parameters: {
            query?: {
                /** @description Where to go on: from `X-Next-Cursor`, or follow `Link`. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path: {
                dataType: components["schemas"]["ERPDataTypeInput"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPRecord"][];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeRecords: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataType: components["schemas"]["ERPDataTypeInput"];
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ERPWrittenRecordInput"] | components["schemas"]["ERPWrittenRecordInput"][];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPRecord"] | components["schemas"]["ERPRecord"][];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataType: components["schemas"]["ERPDataTypeInput"];
                id: string;
                /** @description URL-encoded; it may hold slashes. */
                recordId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPRecord"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConnectionSlots: {
        parameters: {
            query?: {
                /** @description ISO 8601; without a zone it is UTC. */
                from?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description ISO 8601; without a zone it is UTC. */
                to?: string;
            };
            header?: never;
            path: {
                dataType: components["schemas"]["ERPDataTypeInput"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPScheduleSlot"][];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatistics: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncStatistics"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startSync: {
        parameters: {
            query?: never;
            header?: {
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ERPSyncRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSyncConfigs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncConfiguration"][];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testConnection: {
        parameters: {
            query?: never;
            header?: {
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestResult"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestPending"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testConnectionEnhanced: {
        parameters: {
            query?: never;
            header?: {
                prefer?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestResult"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestPending"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConnectionTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                testId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestResult"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestPending"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createConnectionEnhanced: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewERPConnectionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnection"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStock: {
        parameters: {
            query?: {
                clientId?: string;
                erpConnectionId?: string;
                /** @description In place of erpConnectionId: the connection that serves this site. */
                siteId?: string;
            };
            header?: never;
            path: {
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPStock"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPOverview"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPProvider"][];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validateCron: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CronQuestionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CronReading"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSyncConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewERPSyncConfigurationInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncConfiguration"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSyncConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncConfiguration"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSyncConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSyncConfig: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ERPSyncConfigurationChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncConfiguration"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSlots: {
        parameters: {
            query?: {
                /** @description ISO 8601; without a zone it is UTC. */
                from?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description ISO 8601; without a zone it is UTC. */
                to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPScheduleSlot"][];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSyncLogs: {
        parameters: {
            query?: {
                /** @description Where to go on: from `X-Next-Cursor`, or follow `Link`. */
                cursor?: string;
                dataType?: components["schemas"]["ERPDataTypeInput"];
                erpConnectionId?: string;
                /** @description How many at most. */
                limit?: number;
                /** @description ISO 8601; without a zone it is UTC. */
                since?: string;
                status?: "idle" | "scheduled" | "syncing" | "success" | "error";
                /** @description ISO 8601; without a zone it is UTC. */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"][];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSyncLog: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelSync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSyncLogEntries: {
        parameters: {
            query?: {
                /** @description Where to go on: from `X-Next-Cursor`, or follow `Link`. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLogEntry"][];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchSync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSyncRejects: {
        parameters: {
            query?: {
                /** @description Where to go on: from `X-Next-Cursor`, or follow `Link`. */
                cursor?: string;
                /** @description How many at most. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncReject"][];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retrySync: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEffectiveErp: {
        parameters: {
            query?: {
                clientId?: string;
            };
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectiveERP"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSiteAssignments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteERPAssignment"][];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assignToSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSiteERPAssignmentInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteERPAssignment"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unassignFromSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                assignmentId: string;
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startSiteSync: {
        parameters: {
            query?: {
                clientId?: string;
            };
            header?: {
                prefer?: string;
            };
            path: {
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ERPSyncRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role does not suffice. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The present state does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is no JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, but invalid: see `errors`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to come back. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of ours. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis is away; `Retry-After` says when to try again. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}

// Generated from the OpenAPI document by "pnpm generate".

export interface paths {
    "/audit-logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who did what, when, and from where
         * @description Newest first. Of a secret the audit trail says only "changed".
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
    "/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List clients
         * @description In the order of their ids: those that were assigned a connection, or that have a site that was, or that were given a name. A page may be short although there is a next one: follow `Link` to the end.
         */
        get: operations["listClients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a client
         * @description With its assignments and its name. One that Linkspan does not know has neither.
         */
        get: operations["getClient"];
        /**
         * Name a client
         * @description For admins. The name is only shown to people; the platform owns its clients.
         */
        put: operations["nameClient"];
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
         * @description For admins. Assigning the same connection again updates its assignment. At most one assignment is the default: the first one, until another is made the default.
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
         * Remove an ERP from a client
         * @description For admins. No other assignment becomes the default automatically, so that orders never go to another ERP unasked.
         */
        delete: operations["unassignFromClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/{clientId}/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sites of a client, with the ERP that serves each
         * @description In the order of their ids: those that have a connection of their own, or were given a name. `effective` says which connection serves the site and why. A page may be short although there is a next one: follow `Link` to the end.
         */
        get: operations["listSites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/clients/{clientId}/sites/{siteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a site of a client, with the ERP that serves it
         * @description One that Linkspan does not know has no connection of its own, and uses the client's.
         */
        get: operations["getSite"];
        /**
         * Name a site
         * @description For admins. The name is only shown to people. A site that uses its client's ERP is known to Linkspan, and listed, only if it has one.
         */
        put: operations["nameSite"];
        post?: never;
        delete?: never;
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
         * @description For partners of direct order integration. Accepts ConfirmationRequest, ShipNoticeRequest, InvoiceDetailRequest and StatusUpdateRequest (cXML), and OrderResponse, DespatchAdvice, Invoice, CreditNote and ApplicationResponse (UBL 2). Partners authenticate with HTTP Basic, in cXML with the shared secret too. A message without HTTP Basic has at most 1 MB, any other 10 MB. The answer comes at once and in the same dialect; a message with the same payloadID gets the first answer again.
         */
        post: operations["receiveDocument"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/assignments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a change of assignments
         * @description Says which connection serves each site of the client now and which one would after the change; with `siteId`, of that site alone. Nothing is changed. One request looks at up to 500 sites; `next` is the `cursor` for the sites that follow.
         */
        post: operations["previewAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the conflicts of all connections
         * @description The open ones, oldest first; with `status=resolved` those that ended in the last 30 days, the latest end first, each with who decided what and when. If few conflicts match the filters, a page may be short although there is a next one: follow `Link` to the end.
         */
        get: operations["listAllConflicts"];
        put?: never;
        post?: never;
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
         * @description Both sides of the record, field by field.
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
         * @description For operators. `winner` is the side whose values are taken; `fields` names exceptions. The answer is the resulting record, which waits to be pushed if any of the system's values was taken. One that somebody else has resolved is 409, and `detail` says who and how.
         */
        post: operations["resolveConflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/conflicts/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve several conflicts by the same decision
         * @description For operators. Each of up to 1000 conflicts is resolved on its own, and the answer says what became of each: one that somebody else has decided in the meantime stays as they decided, and says who and how. With `dryRun` nothing changes, and the answer shows the records as they would be.
         */
        post: operations["resolveConflicts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connection-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a connection before it is created
         * @description For admins. Answers at once; `Location` leads to the result, and its `/events` to each check as it comes. The draft is checked and tested as a stored connection would be. It is kept sealed until it is tested, at most for 15 minutes; nothing of it is stored besides the result, which holds no secret.
         */
        post: operations["testConnectionDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connection-tests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the result of the test of a draft
         * @description 202 if the test has not finished yet. Results are kept for a day. The words are German if `Accept-Language` prefers that, else English.
         */
        get: operations["getConnectionDraftTest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connection-tests/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch the test of a draft
         * @description Server-sent events: `planned` with all checks that the test will try, `check` with the verdict of each as it comes, then `end` with the result, after which the stream closes. Every stream begins with what has happened so far. If another worker takes the test over, `planned` comes again, and all checks begin anew. If the stream closes without an `end`, connect again. The words are German if `Accept-Language` prefers that, else English.
         */
        get: operations["watchConnectionDraftTest"];
        put?: never;
        post?: never;
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
         * @description Newest first. If few connections match the filters, a page may be short although there is a next one: follow `Link` to the end.
         */
        get: operations["listConnections"];
        put?: never;
        /**
         * Create a connection
         * @description For admins. Secrets are stored encrypted, and shown as "********".
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
         * @description For admins. Ends its runs, and deletes its records and feed positions; logs and the audit trail stay.
         */
        delete: operations["deleteConnection"];
        options?: never;
        head?: never;
        /**
         * Change a connection
         * @description For admins. A secret that is sent back masked stays as it is. `If-Match` with the ETag guards against lost updates.
         */
        patch: operations["changeConnection"];
        trace?: never;
    };
    "/erp/connections/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who uses a connection
         * @description The assignments of clients and sites that name the connection, in no order.
         */
        get: operations["listConnectionAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * @description Each record once, at its latest change; deletions are tombstones. Asking again with `after` set to `cursor` continues without loss. 410 if the position is of another life of the feed, or beyond its end: then discard the copy and start again with `after=0`.
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
    "/erp/connections/{id}/choices/{field}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the values that the ERP has for a setting
         * @description Asks the ERP for what a form can offer, for example its companies or warehouses. `choices` of `GET /erp/providers` names the fields; any other is 404. The connection need not be active, and the field need not be set. Waits at most for the connection's settings.timeout; if the ERP fails, the answer is that failure. Nothing is stored.
         */
        get: operations["listChoices"];
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
         * @description Newest first. Each shows both sides, the base on which they last agreed, and how the conflict arose.
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
    "/erp/connections/{id}/erp-forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what the ERP does to the fields that it is sent
         * @description Learnt from what came back: rounded, in upper case, cut, worked out anew. Such a difference is no edit. One row for each data type and field.
         */
        get: operations["listErpForms"];
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
         * Preview records in either direction
         * @description For operators. Direction "pull" reads the first records from the ERP, and shows each as the ERP sent it beside the result of the mapping. Direction "push" shows exactly what would be sent for a record if it were posted now: method and URL, or file name, and body, with the mapping run backwards; a record that could not be posted is refused with the same 422. Nothing is stored or sent. The connection need not be active, nor the data type enabled. Waits at most for the connection's settings.timeout; if the ERP fails, the answer is that failure. Large values are shortened, and secrets are removed.
         */
        post: operations["previewRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/reconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test now whether the ERP is back
         * @description For operators. Tests a connection whose health is `open` before the time of its next probe. If the test passes, one sync goes through; once that has succeeded, everything that was due is caught up. Any other connection is just tested. Waits for the result, at most for the connection's settings.timeout. The status is 200 whether the test succeeded or not. With `Prefer: respond-async` the answer is 202 at once, and the result appears at `Location`. The words are German if `Accept-Language` prefers that, else English.
         */
        post: operations["reconnectConnection"];
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
         * @description The stored canonical records, latest change first. A record that changes while a client pages moves to the front, so a client that wants a complete copy follows the changes instead. With filters, one request examines at most about 5000 records, so a page may be short or empty although there is a next one: follow `Link` to the end.
         */
        get: operations["listRecords"];
        put?: never;
        /**
         * Write records
         * @description For operators. The body is one record or a list of up to 1000, each as plain canonical fields with an `id` or as the envelope in which records are read. A field that is left out stays as it is, and null removes it: also a part of an address, and a field of an order line (by its line number) or a shipment (by its id). A list names all its items: one that is left out is removed. A field that the data type does not have is refused. If one record is not valid, none is stored. Stored records wait to be pushed. A record that is written unchanged is not pushed again, unless the ERP refused it before.
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
        /**
         * Forget a record
         * @description For admins. Deletes one record here, with a tombstone in the change feed. The ERP is not told: if it still has the record, a later sync brings it back.
         */
        delete: operations["forgetRecord"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/records/{dataType}/{recordId}/journey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a record
         * @description What has happened to one record, its state now, and three sentences for the customer. The words are German if `Accept-Language` prefers that, else English. Of a record that the system has written, and of the status of an order, the first step and the latest 39 are kept; of other records the latest change and the deletion. Forgetting a record erases its steps.
         */
        get: operations["getJourney"];
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
         * List what happened at each due time of a data type
         * @description Newest first. It covers pulls and syncs in both directions, also those by the connection's own schedule. The slots of a push are listed at its sync configuration.
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
         * Get the statistics of a connection
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
         * @description For operators. A connection and data type has at most one open run: a second request is answered with that run and `X-Deduplicated: true`. With `Prefer: wait=N` (at most 120 s) the answer is 200 if the run ends in time.
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
         * @description In the order in which they were created.
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
         * @description For operators. Waits for the result, at most for the connection's settings.timeout. The status is 200 whether the test succeeded or not. With `Prefer: respond-async` the answer is 202 at once, and the result appears at `Location`. The words are German if `Accept-Language` prefers that, else English.
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
         * Test a connection (path of older clients)
         * @deprecated
         * @description For operators. Waits for the result, at most for the connection's settings.timeout. The status is 200 whether the test succeeded or not. With `Prefer: respond-async` the answer is 202 at once, and the result appears at `Location`. The words are German if `Accept-Language` prefers that, else English.
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
         * @description 202 if the test has not finished yet. Results are kept for a day. The words are German if `Accept-Language` prefers that, else English.
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
    "/erp/connections/{id}/tests/{testId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch a test
         * @description Server-sent events: `planned` with all checks that the test will try, `check` with the verdict of each as it comes, then `end` with the result, after which the stream closes. Every stream begins with what has happened so far. If another worker takes the test over, `planned` comes again, and all checks begin anew. If the stream closes without an `end`, connect again. The words are German if `Accept-Language` prefers that, else English.
         */
        get: operations["watchConnectionTest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/connections/{id}/webhook-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the secret for the events of the ERP
         * @description For admins. Replaces `credentials.webhookSecret`, by which `POST /webhooks/erp/{connectionId}` tells who sends. Only this answer shows it.
         */
        post: operations["makeWebhookSecret"];
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
         * Create a connection (path of older clients)
         * @deprecated
         * @description For admins. Secrets are stored encrypted, and shown as "********".
         */
        post: operations["createConnectionEnhanced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/data-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the data types with their canonical fields
         * @description Each as JSON Schema, with the fields that a record must have, and an example.
         */
        get: operations["listDataTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/error-catalog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List every failure that has a code
         * @description What each code means, what it usually comes from, who acts, and what to do. It changes only with the version. The words are German if `Accept-Language` prefers that, else English.
         */
        get: operations["listErrorCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch what changes
         * @description Server-sent events `{topic, id, version}`: something of this topic has changed and should be read again. They hold no data, the same update comes at most once a second, and a comment comes every 15 seconds. Send the id of the last event as `Last-Event-ID` to go on from there. An event of the type `gap` says that updates may be missing, as after a restart: read again whatever you show. The stream ends with the session or token of its caller. One caller can have 20 streams at once.
         */
        get: operations["watchUpdates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List incidents
         * @description Newest first. Closed ones are kept for 90 days. If few incidents match the filters, a page may be short although there is a next one: follow `Link` to the end. The words are German if `Accept-Language` prefers that, else English.
         */
        get: operations["listIncidents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an incident
         * @description What is wrong, since when, who acts, and everything that has happened to it. The words are German if `Accept-Language` prefers that, else English.
         */
        get: operations["getIncident"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/incidents/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take care of an incident
         * @description For operators. Notes who takes care of it; it closes by itself. If it gets worse, it is open again. One that is closed is 409.
         */
        post: operations["acknowledgeIncident"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/incidents/{id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Snooze an incident
         * @description For operators. Nobody is told about it before `until`, unless it gets worse. It closes by itself as any other. One that is closed is 409.
         */
        post: operations["snoozeIncident"];
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
         * Get the stock of one SKU
         * @description All locations and their exact sums, as of the last sync.
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
    "/erp/mapping-operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the operations of transformations
         * @description Each with the JSON Schema of its `value`, from which a form can be drawn, and an example.
         */
        get: operations["listMappingOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/mapping/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a mapping on rows
         * @description For operators. Maps and validates rows that a preview has shown, as a sync would: what each becomes, why it is rejected, or which filter leaves it out. With `trace` also the value of each field after each step. The ERP is not called, and nothing is stored or audited. The connection need not be active. Waits at most for the connection's settings.timeout; an expression is stopped as in a sync. Large values are shortened, and secrets are removed.
         */
        post: operations["evaluateMapping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/notification-routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the notification routes
         * @description In the order in which they were created. There are at most 1000.
         */
        get: operations["listNotificationRoutes"];
        put?: never;
        /**
         * Create a notification route
         * @description For admins. It tells what happens from now on. The answer to a route of the channel webhook shows the secret that signs its messages; no other answer does.
         */
        post: operations["createNotificationRoute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/notification-routes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a notification route
         * @description Its URL and its secret are never shown.
         */
        get: operations["getNotificationRoute"];
        put?: never;
        post?: never;
        /**
         * Delete a notification route
         * @description For admins. Its deliveries go with it, and what it has not told yet is not told.
         */
        delete: operations["deleteNotificationRoute"];
        options?: never;
        head?: never;
        /**
         * Change a notification route
         * @description For admins. A null removes a field, or sets it back to its default. The channel stays as it is: create another route instead.
         */
        patch: operations["changeNotificationRoute"];
        trace?: never;
    };
    "/erp/notification-routes/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a route has sent
         * @description Newest first, with every attempt. The latest 1000 are kept.
         */
        get: operations["listNotificationDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/notification-routes/{id}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a delivery
         * @description With every attempt to send it.
         */
        get: operations["getNotificationDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/notification-routes/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a notification route
         * @description For operators. A worker tells a made-up incident by this route, whatever its scope and its quiet hours, and whether it is enabled or not. Waits up to 30 s for it; the status is 200 whether it was delivered or not. With `Prefer: respond-async`, or if no worker has sent it in time, the answer is 202, and the delivery is at `Location`.
         */
        post: operations["testNotificationRoute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/notification-routes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See who would be told
         * @description The routes that would tell an incident of this connection if it were opened now, and when. Nobody is told.
         */
        post: operations["previewNotifications"];
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
         * Get an overview
         * @description Counts and rates over all connections, the latest failures with their hints, what is running and waiting, and what is due next.
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
         * List what can be connected
         * @description Each connector with its credentials and settings as JSON Schema, from which a form can be drawn.
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
    "/erp/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the records that are rejected, over all runs
         * @description One reject for each record that was rejected when it was last read, with the row as the ERP sent it: those of the newest connection first, by data type, the latest rejected first. A reject is closed when a run accepts the record, when the system writes it, when a sync of everything does not reject it again, and `LOG_RETENTION_DAYS` after it was last rejected. At most 10,000 of a data type of a connection are kept; `droppedRejects` in `GET /erp/streams` is how many more there were. Values of employees are masked for viewers. One request examines at most 1000 connections, so a page may be short although there is a next one: follow `Link` to the end. Reasons that Linkspan knows are German if `Accept-Language` prefers that; what an ERP has said stays as it is.
         */
        get: operations["listOpenRejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/rejects/reprocess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read rejected records again
         * @description For operators. Starts one sync for each data type of a connection among the rejects, which reads again what the syncs have read that rejected them, with the current mapping. The kept row is not stored by itself: the ERP may have changed the record since. The answer says for each id which sync reads the record, or why none does; that sync closes the reject if it accepts the record.
         */
        post: operations["reprocessRejects"];
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
         * Check a cron expression
         * @description Says whether the expression is valid, what it means in words, and its next five times. The status is 200 in both cases. The words are German if `Accept-Language` prefers that, else English.
         */
        post: operations["validateCron"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search records
         * @description Finds the records of all connections and data types whose business keys are the text, and behind them those whose keys begin with it. Each record is listed once. One request looks into at most 1000 connections, so a page may be short or empty although there is a next one: follow `Link` to the end. `X-Search-Incomplete: true` says that records which an older version stored are still being indexed. Viewers find an employee's e-mail address only if they enter the whole of it, and see it masked.
         */
        get: operations["searchRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what has become of the runs of a range of time
         * @description By hour (kept for 14 days) or by day (kept for 400), in UTC: how the runs ended, what became of their records, how long they took, and how long the ERPs took to answer. A run counts in the hour and on the day in which it began, once it has ended; dry runs do not count. An hour or a day without runs is absent. Percentiles are at most 9.1 % off. Deleted connections still count in what is said of all.
         */
        get: operations["getActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the streams of all connections, with their freshness
         * @description One row for each data type of a connection and each direction in which it is synced, those of the newest connection first: its last success, its last and its running sync, when it is due next, how old its data are and may be, and what waits for somebody. With `late=true` the longest late come first; a stream that has just become late is listed within half a minute. If few streams match, a page may be short although there is a next one: follow `Link` to the end.
         */
        get: operations["listStreams"];
        put?: never;
        post?: never;
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
         * @description For admins. There can be one for each connection, data type and direction; one for both directions takes the place of both. Its schedule takes effect at once.
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
         * @description With the state of its latest run and the next time it is due. Its `ETag` guards the next change.
         */
        get: operations["getSyncConfig"];
        /**
         * Replace the content of a sync configuration
         * @description For admins. What the body leaves out is gone, or has its default again. `If-Match` with the ETag guards against lost updates.
         */
        put: operations["replaceSyncConfig"];
        post?: never;
        /**
         * Delete a sync configuration
         * @description For admins. The data type then follows the connection's own schedule, if there is one.
         */
        delete: operations["deleteSyncConfig"];
        options?: never;
        head?: never;
        /**
         * Change a sync configuration
         * @description For admins. A null removes a field. A changed schedule takes effect at once. A changed `conflictResolution` leaves open conflicts as they are; the answer says how many of them it would settle. `If-Match` with the ETag guards against lost updates.
         */
        patch: operations["changeSyncConfig"];
        trace?: never;
    };
    "/erp/sync-configs/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a sync configuration was
         * @description Newest first, with who changed it and when: the present state and the 49 before it. PUT the `content` of an old one to take the configuration back.
         */
        get: operations["listSyncConfigRevisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/sync-configs/{id}/settle-conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Settle open conflicts by the strategy
         * @description For operators. Decides the open conflicts of the data type by the present `conflictResolution`, as if it had been in force when they were found. Those that only a person can decide stay open.
         */
        post: operations["settleConflicts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
         * List what happened at each due time
         * @description Newest first. A slot ran, joined a run that was under way, was caught up by a later run, or was skipped for a given reason. A slot waits while another run uses the same data, and then runs late.
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
         * @description Newest first. One request examines at most about 2000 logs. If few of them match the filters, as is usual with `q`, a page may be short or empty although there is a next one: follow `Link` to the end. `X-Total-Count` is there with no filter but `erpConnectionId` and one of `dataType` and `status`. `title` and `hint` of `errorDetails` are German if `Accept-Language` prefers that, else English.
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
         * @description One run: its state, its counts, and how it ended. `title` and `hint` of `errorDetails` are German if `Accept-Language` prefers that, else English.
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
         * @description For operators. The run ends in `error` with the code `run.cancelled`; what it has stored stays. A push ends as soon as it knows what became of the record in hand: until then the answer says `syncing` and `stopping`.
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
         * List the entries of a sync log
         * @description What happened during the run, oldest first. With `level` or `from`, one request examines at most about 5000 entries, so a page may be short or empty although there is a next one: follow `Link` to the end. Without them, `X-Total-Count` is there.
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
         * @description Server-sent events: `progress` with the sync log at once and after every change, then `end` with the final log, after which the stream closes. If it closes without an `end`, connect again: every stream begins with the current state.
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
    "/erp/sync-logs/{id}/reject-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the rejected records by reason
         * @description One group for each path and reason among the rejects that the run keeps, the largest first: how many records, with which values, how many are still open, and which later runs have accepted the others. A record with several faults is in several groups. `X-Rejected-Count` is how many records the run has rejected, `X-Open-Count` how many of them are still open. Values of employees are masked for viewers. Reasons that Linkspan knows are German if `Accept-Language` prefers that; what an ERP has said stays as it is.
         */
        get: operations["listSyncRejectGroups"];
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
         * List the rejected records, and why
         * @description In the order in which they were read, with what became of each record since. A run keeps the latest 10,000. The row as the ERP sent it is kept while no later run has read the record. Values of employees are masked for viewers.
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
         * Retry an ended sync
         * @description For operators. Starts a new run that reads the same records again, with the current mapping. The old log stays as it is.
         */
        post: operations["retrySync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/sync-logs/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the timeline of a sync
         * @description What the run did when: waiting, working, pausing, in segments without gaps, and which part of the time was spent on what. The segments are recorded as they begin, in the same steps that change the run. The shares within working time are measured by each worker and stored when it gives the run back.
         */
        get: operations["getSyncTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/unreadable/{kind}/{itemId}": {
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
         * Delete a stored item that cannot be read
         * @description For admins. Lists leave such items out, and `GET /readyz` names them. An item that can be read is never deleted; a connection is deleted by its own route.
         */
        delete: operations["discardUnreadable"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks
         * @description Newest first, each with how its deliveries are going.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Create a webhook
         * @description For admins. It gets the events that happen from now on, signed with the `secret` that only this answer shows. An answer that is repeated by `Idempotency-Key` shows "********" instead: rotate the secret if the first answer was lost.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a webhook
         * @description With how its deliveries are going. Its `ETag` guards the next change.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description For admins. Nothing more is sent to it, and its deliveries are forgotten.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change, pause or resume a webhook
         * @description For admins. `enabled: false` pauses it. `enabled: true` resumes it, also if it was paused because it did not accept events: then everything is sent that happened meanwhile, up to seven days back. `If-Match` with the ETag guards against lost updates.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/erp/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what became of events at a webhook
         * @description By the time of the event, newest first. Kept for seven days, at most 10,000.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/webhooks/{id}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a delivery with its attempts
         * @description Each attempt has the status of the answer, how long it took, and the first 4 kB of the answer.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/webhooks/{id}/deliveries/{deliveryId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event once more
         * @description For operators. One more attempt with the same id, outside of the order, also while the webhook is paused. The answer waits for the attempt, and is 200 whatever came of it. It is 202 if no worker made the attempt in time, and at once with `Prefer: respond-async`: then the attempt appears at `Location`.
         */
        post: operations["resendWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the events of a time range again
         * @description For operators. Sends every event of the range that the webhook gets, with the same ids as before, in order for each connection, beside the events that happen meanwhile. Events are kept for seven days.
         */
        post: operations["replayWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the secret of a webhook
         * @description For admins. Only this answer shows the new secret. The old one signs along for 24 hours.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erp/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event
         * @description For operators. Sends a `webhook.test` event, also while the webhook is paused. The answer waits for the attempt, and is 200 whatever came of it. It is 202 if no worker made the attempt in time, and at once with `Prefer: respond-async`: then the attempt appears at `Location`.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/installation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the state of the installation
         * @description Its name and version, its workers, Redis, queues and retention. Admins also see the names and the last use of the API keys, by which encryption keys the stored secrets are sealed, and the effective settings; secrets are never shown.
         */
        get: operations["getInstallation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in
         * @description The caller, whether by a session or by credentials, and when the session ends.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Sign in a browser
         * @description Answers with a cookie that only this server can read and that programs need not: they send their key with each request. The session ends when it is not used for ADMIN_SESSION_IDLE, and after ADMIN_SESSION_MAX.
         */
        post: operations["signIn"];
        /**
         * Sign out
         * @description Ends the session of the request, and takes the cookie back. 404 without a session.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the browsers that have signed in
         * @description Your own; as an admin all.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}": {
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
         * Sign a browser out
         * @description Your own; as an admin any.
         */
        delete: operations["endSession"];
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
         * Get the ERP that serves a site
         * @description The site's own ERP if it overrides the client's, otherwise the client's default, otherwise none. `clientId` is needed if the site has no assignment.
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
         * @description For admins. With `overridesClient` it replaces the client's ERP for this site. Assigning the same connection again updates its assignment.
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
         * Remove an ERP from a site
         * @description For admins. The site then uses its client's ERP.
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
         * @description For operators. Like a sync of a connection, with the connection that serves the site.
         */
        post: operations["startSiteSync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/erp/{connectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell that something has changed in the ERP
         * @description For the webhooks of ERPs. Starts an incremental sync of what the event is about; the event itself is not stored. `settings.webhook` of the connection says how the event is proven, by its bytes as they came, and what it is about. A burst of events makes one run: it begins when none has come for 2 seconds, after 30 seconds at the latest. An event that comes while that run works makes one more. At most 1 MiB.
         */
        post: operations["receiveErpEvent"];
        delete?: never;
        /**
         * Answer the handshake of CloudEvents webhooks
         * @description SAP Event Mesh asks before it sends: the answer allows the origin of its header `WebHook-Request-Origin`.
         */
        options: operations["allowErpEvents"];
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A connection, as far as those need to know it who ask which one serves. */
        AssignedConnection: {
            /** @description The id. */
            id: string;
            /** @description The name. */
            name: string;
            /** @description Who made the ERP. */
            provider: string;
            /**
             * @description The status.
             * @enum {string}
             */
            status: "active" | "inactive" | "error" | "testing";
        };
        /** @description Who did what, when, and from where. */
        AuditEvent: {
            /**
             * @description What was done.
             * @enum {string}
             */
            action: "erp_connection_created_enhanced" | "erp_connection_updated" | "erp_connection_deleted" | "erp_connection_tested" | "erp_connection_reconnected" | "erp_preview_requested" | "erp_manual_sync_triggered" | "erp_sync_cancelled" | "erp_rejects_reprocessed" | "erp_records_written" | "erp_record_forgotten" | "erp_conflict_resolved" | "erp_incident_acknowledged" | "erp_incident_snoozed" | "erp_sync_config_created" | "erp_sync_config_updated" | "erp_sync_config_deleted" | "client_erp_assigned" | "client_erp_unassigned" | "client_renamed" | "site_erp_assigned" | "site_erp_unassigned" | "site_renamed" | "erp_notification_route_created" | "erp_notification_route_updated" | "erp_notification_route_deleted" | "erp_notification_route_tested" | "erp_webhook_created" | "erp_webhook_updated" | "erp_webhook_deleted" | "erp_webhook_secret_rotated" | "erp_webhook_tested" | "erp_webhook_resent" | "erp_webhook_replayed" | "erp_unreadable_discarded" | "job_board_used" | "login_failed" | "session_started" | "session_ended";
            /** @description Who did it. */
            actor: {
                /** @description How the caller proved who it is. */
                authentication: string;
                /** @description The id. */
                id: string;
                /** @description What the caller may do. */
                role: string | null;
            };
            /**
             * Format: date-time
             * @description When it happened; of a schedule: when it will.
             */
            at: string;
            /** @description The fields that were changed; of a secret only that it was. */
            changes: {
                [key: string]: unknown;
            };
            /** @description The id. */
            id: string;
            /** @description Where the request came from; null for what a process did by itself. */
            ipAddress: string | null;
            /** @description Whether it was done, refused or failed. */
            outcome: string;
            /** @description The `X-Request-Id` of the request. */
            requestId: string | null;
            /** @description What it was done to. */
            target: string | null;
            /** @description The `User-Agent` of the request. */
            userAgent: string | null;
        };
        ClientERPAssignment: {
            /** @description The platform's catalogue that goes with the ERP. */
            catalogId?: string;
            /** @description The platform's id of the client. */
            clientId: string;
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /** @description Who assigned it; absent if that was not noted. */
            createdBy?: string;
            /** @description The id of the connection. */
            erpConnectionId: string;
            /** @description The id. */
            id: string;
            /** @description Whether it is the client's default. */
            isDefault: boolean;
            /** @description The settings. */
            settings: {
                /**
                 * @description Whether employees are synced.
                 * @default true
                 */
                syncEmployees: boolean;
                /**
                 * @description Whether stock is synced.
                 * @default true
                 */
                syncInventory: boolean;
                /**
                 * @description Whether invoices are synced.
                 * @default true
                 */
                syncInvoices: boolean;
                /**
                 * @description Whether orders and their status are synced.
                 * @default true
                 */
                syncOrders: boolean;
                /**
                 * @description Whether products are synced.
                 * @default true
                 */
                syncProducts: boolean;
            };
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
            /** @description Who changed it last; absent if that was not noted. */
            updatedBy?: string;
        };
        CronQuestionInput: {
            /** @description The cron expression, of five fields. */
            schedule: string;
            /**
             * @description The IANA time zone.
             * @default UTC
             */
            timezone?: string;
        };
        CronReading: {
            /** @description In words. */
            description?: string;
            /** @description What is wrong with it. */
            error?: string;
            /** @description The next five times, in UTC; fewer if they are more than a year away. */
            nextRuns: string[];
            /** @description The IANA time zone. */
            timezone: string;
            /** @description Whether it is a cron expression that comes due. */
            valid: boolean;
        };
        /** @description The ERP that serves a site, and why. */
        EffectiveERP: {
            /** @description The assignment that decides; absent if none does. */
            assignment: (components["schemas"]["SiteERPAssignment"] | components["schemas"]["ClientERPAssignment"]) | null;
            /** @description The connection that serves; absent if none does. */
            connection: components["schemas"]["ERPConnection"] | null;
            /**
             * @description Where it comes from.
             * @enum {string}
             */
            source: "site" | "client" | "none";
        };
        /** @description What has become of the runs of a range of time. */
        ERPActivity: {
            /**
             * @description How long a bucket is.
             * @enum {string}
             */
            bucket: "hour" | "day";
            /** @description Oldest first. An hour or a day in which no run began is absent. */
            buckets: {
                /**
                 * Format: date-time
                 * @description When the hour or the day begins, in UTC.
                 */
                at: string;
                /** @description How long the runs took, in seconds, at most 9.1 % off. */
                duration?: {
                    /** @description The median. */
                    p50: number;
                    /** @description 95 of 100 took no longer. */
                    p95: number;
                };
                /** @description How long the ERPs took to answer, in seconds, at most 9.1 % off. Absent if no call was measured. */
                erpLatency?: {
                    /** @description How many calls were measured. */
                    calls: number;
                    /** @description The median. */
                    p50: number;
                    /** @description 95 of 100 took no longer. */
                    p95: number;
                };
                /** @description What became of the records. */
                fates: {
                    /** @description Changed by both sides, so that a person had to decide. */
                    conflicts: number;
                    /** @description Stored for the first time. */
                    created: number;
                    /** @description Gone from the ERP, and deleted here. */
                    deleted: number;
                    /** @description Left out by the filters of a mapping. */
                    filtered: number;
                    /** @description Accepted by the ERP. */
                    pushed: number;
                    /** @description All records that the ERP gave. */
                    read: number;
                    /** @description Refused by the ERP. */
                    refused: number;
                    /** @description Read from the ERP, and not stored. */
                    rejected: number;
                    /** @description Stored already as they are. */
                    unchanged: number;
                    /** @description Stored, because they had changed. */
                    updated: number;
                };
                /** @description How the runs ended. */
                outcomes: {
                    /** @description How many of the failed ones somebody has cancelled. */
                    cancelled: number;
                    /** @description Those that somebody has cancelled are among them. */
                    error: number;
                    /** @description Runs that have succeeded. */
                    success: number;
                };
            }[];
            /** @description The same by data type, of those that have run. */
            byDataType: {
                [key: string]: {
                    /** @description How long the runs took, in seconds, at most 9.1 % off. */
                    duration?: {
                        /** @description The median. */
                        p50: number;
                        /** @description 95 of 100 took no longer. */
                        p95: number;
                    };
                    /** @description How long the ERPs took to answer, in seconds, at most 9.1 % off. Absent if no call was measured. */
                    erpLatency?: {
                        /** @description How many calls were measured. */
                        calls: number;
                        /** @description The median. */
                        p50: number;
                        /** @description 95 of 100 took no longer. */
                        p95: number;
                    };
                    /** @description What became of the records. */
                    fates: {
                        /** @description Changed by both sides, so that a person had to decide. */
                        conflicts: number;
                        /** @description Stored for the first time. */
                        created: number;
                        /** @description Gone from the ERP, and deleted here. */
                        deleted: number;
                        /** @description Left out by the filters of a mapping. */
                        filtered: number;
                        /** @description Accepted by the ERP. */
                        pushed: number;
                        /** @description All records that the ERP gave. */
                        read: number;
                        /** @description Refused by the ERP. */
                        refused: number;
                        /** @description Read from the ERP, and not stored. */
                        rejected: number;
                        /** @description Stored already as they are. */
                        unchanged: number;
                        /** @description Stored, because they had changed. */
                        updated: number;
                    };
                    /** @description How the runs ended. */
                    outcomes: {
                        /** @description How many of the failed ones somebody has cancelled. */
                        cancelled: number;
                        /** @description Those that somebody has cancelled are among them. */
                        error: number;
                        /** @description Runs that have succeeded. */
                        success: number;
                    };
                };
            };
            /**
             * Format: date-time
             * @description When the first bucket begins.
             */
            since: string;
            /** @description Of the whole range. */
            totals: {
                /** @description How long the runs took, in seconds, at most 9.1 % off. */
                duration?: {
                    /** @description The median. */
                    p50: number;
                    /** @description 95 of 100 took no longer. */
                    p95: number;
                };
                /** @description How long the ERPs took to answer, in seconds, at most 9.1 % off. Absent if no call was measured. */
                erpLatency?: {
                    /** @description How many calls were measured. */
                    calls: number;
                    /** @description The median. */
                    p50: number;
                    /** @description 95 of 100 took no longer. */
                    p95: number;
                };
                /** @description What became of the records. */
                fates: {
                    /** @description Changed by both sides, so that a person had to decide. */
                    conflicts: number;
                    /** @description Stored for the first time. */
                    created: number;
                    /** @description Gone from the ERP, and deleted here. */
                    deleted: number;
                    /** @description Left out by the filters of a mapping. */
                    filtered: number;
                    /** @description Accepted by the ERP. */
                    pushed: number;
                    /** @description All records that the ERP gave. */
                    read: number;
                    /** @description Refused by the ERP. */
                    refused: number;
                    /** @description Read from the ERP, and not stored. */
                    rejected: number;
                    /** @description Stored already as they are. */
                    unchanged: number;
                    /** @description Stored, because they had changed. */
                    updated: number;
                };
                /** @description How the runs ended. */
                outcomes: {
                    /** @description How many of the failed ones somebody has cancelled. */
                    cancelled: number;
                    /** @description Those that somebody has cancelled are among them. */
                    error: number;
                    /** @description Runs that have succeeded. */
                    success: number;
                };
            };
            /**
             * Format: date-time
             * @description The end of the range that was asked for.
             */
            until: string;
        };
        ERPAssignmentChangeInput: {
            /**
             * @description Whether an assignment is made or changed, or removed.
             * @default assign
             * @enum {string}
             */
            action?: "assign" | "unassign";
            /** @description The platform's id of the client. */
            clientId: string;
            /** @description The connection that is assigned, or no longer. */
            erpConnectionId: string;
            /** @description Of a client: whether the connection becomes its default. */
            isDefault?: boolean;
            /**
             * @description Of a site: whether the connection holds instead of the client's default.
             * @default true
             */
            overridesClient?: boolean;
            /** @description The site whose own assignment it is; absent for one of the client. */
            siteId?: string;
        };
        /** @description Which ERP serves each site before and after a change. */
        ERPAssignmentPreview: {
            /** @description How many of them another connection, or none, would serve. */
            changed: number;
            /** @description The `cursor` for the sites that follow; null if these were the last. */
            next: string | null;
            /** @description Of sites. */
            sites: {
                /** @description What would serve it, and why. */
                after: components["schemas"]["SiteERP"];
                /** @description What serves it now, and why. */
                before: components["schemas"]["SiteERP"];
                /** @description Whether another connection, or none, would serve it. */
                changes: boolean;
                /** @description The name by which people know the site; absent if it was given none. */
                name?: string;
                /** @description The platform's id of the site. */
                siteId: string;
            }[];
            /** @description How many sites were looked at. */
            total: number;
        };
        ERPAssignmentPreviewRequestInput: {
            /** @description What would be changed. */
            change: components["schemas"]["ERPAssignmentChangeInput"];
            /** @description `next` of the answer before, for the sites that follow. */
            cursor?: string;
        };
        ERPChange: {
            /** @description Whether the record is gone. */
            deleted: boolean;
            /** @description The ERP's id of the record; null until it is known. */
            erpId: string | null;
            /** @description The id. */
            id: string;
            /** @description The record's place in the change feed. */
            position: number;
            record?: components["schemas"]["ERPRecord"];
        };
        ERPChanges: {
            /** @description The changes, oldest first. */
            changes: components["schemas"]["ERPChange"][];
            /** @description What to send as `after` next time: the same position with the epoch of the feed, so that a feed that began anew is noticed. */
            cursor: string;
            /** @description Identifies the life of the feed in which its positions were given out. */
            epoch: string;
            /** @description The position behind the last change; unchanged if there is nothing new. */
            next: number;
        };
        ERPChoices: {
            /** @description By label. Empty if the ERP has none, or shows none to these credentials. */
            choices: {
                /** @description What people read. */
                label: string;
                /** @description What to set the field to. */
                value: string;
            }[];
            /** @description False if the ERP has more than the 1,000 that are listed. */
            complete: boolean;
            /** @description The field of `settings`. */
            field: string;
            /** @description What is listed. */
            title: string;
        };
        /** @description A client that was assigned a connection or given a name. */
        ERPClient: {
            /** @description In the order in which they were assigned. */
            assignments: components["schemas"]["ClientERPAssignment"][];
            /** @description The connection for all its sites without one of their own; null if there is none. */
            defaultConnection: components["schemas"]["AssignedConnection"] | null;
            /** @description The id. */
            id: string;
            /** @description The name by which people know it; absent if it was given none. */
            name?: string;
        };
        ERPConflict: {
            dataType: components["schemas"]["ERPDataType"];
            /** @description How it ended; absent while it is open. */
            decision?: components["schemas"]["ERPConflictDecision"];
            /**
             * Format: date-time
             * @description When the conflict was found.
             */
            detectedAt: string;
            /** @description The ERP's side. */
            erp: {
                /** @description When that side changed the record. */
                changedAt: string | null;
                /** @description The canonical fields. */
                data: {
                    [key: string]: unknown;
                };
            };
            /** @description The id of the connection. */
            erpConnectionId: string;
            /** @description The ERP's id of the record; null until it is known. */
            erpId: string | null;
            /** @description In words: who changed what and when, and which run found it. */
            explanation: string;
            /** @description The fields that both sides have changed. */
            fields: {
                /** @description The value that both sides last agreed on. */
                base: unknown;
                /** @description The ERP's side. */
                erp: unknown;
                /** @description What the ERP was seen to do to this field, in words. */
                erpForm?: string;
                /** @description A field, a field of an address (shipTo.city) or a line (lines[10]). */
                path: string;
                /** @description The system's side. */
                system: unknown;
            }[];
            /** @description The id. */
            id: string;
            /**
             * @description The same as `reason`.
             * @enum {string}
             */
            kind?: "both_changed" | "back_and_forth" | "deleted_in_erp";
            /**
             * @description both_changed: both sides changed it since the last sync, differently; back_and_forth: each side reverted the other three times; deleted_in_erp: the ERP has deleted it, and the system has changed it since.
             * @enum {string}
             */
            reason: "both_changed" | "back_and_forth" | "deleted_in_erp";
            /** @description The id of the record. */
            recordId: string;
            /**
             * @description Whether somebody still has to decide.
             * @enum {string}
             */
            status?: "open" | "resolved";
            /** @description The run that found it; null if it was found when the system wrote the record. */
            syncLogId: string | null;
            /** @description The system's side. */
            system: {
                /**
                 * Format: date-time
                 * @description When that side changed the record.
                 */
                changedAt: string;
                /** @description The canonical fields. */
                data: {
                    [key: string]: unknown;
                };
            };
        };
        ERPConflictBatchResolutionInput: {
            /**
             * @description Only answer what would happen to each.
             * @default false
             */
            dryRun?: boolean;
            /** @description Whose value is taken at single paths of the conflict's fields. */
            fields?: {
                [key: string]: "erp" | "system";
            };
            /** @description The ids of the conflicts. An id that stands here twice counts once. */
            ids: string[];
            /**
             * @description Whose values are taken, unless `fields` says otherwise.
             * @enum {string}
             */
            winner: "erp" | "system";
        };
        ERPConflictBatchResult: {
            /** @description Whether nothing was changed. */
            dryRun: boolean;
            /** @description How many were resolved, or would be. */
            resolved: number;
            /** @description One for each id, in the order of the request. */
            results: components["schemas"]["ERPConflictFate"][];
        };
        /** @description Who ended a conflict, when, and in whose favour. */
        ERPConflictDecision: {
            /**
             * Format: date-time
             * @description When the conflict ended.
             */
            at: string;
            /** @description Who decided it; null if nobody did. */
            by: string | null;
            /** @description Whose value was taken at single paths. */
            fields?: {
                [key: string]: "erp" | "system";
            };
            /**
             * @description person: somebody chose; strategy: somebody had the strategy of the sync configuration decide; overtaken: a later change of one side left nothing to decide.
             * @enum {string}
             */
            how: "person" | "strategy" | "overtaken";
            /** @description Whose values were taken, unless `fields` says otherwise; null if nobody decided. */
            winner: ("erp" | "system") | null;
        };
        ERPConflictFate: {
            /** @description Who decided it, and how; absent if nobody else did. */
            decision?: components["schemas"]["ERPConflictDecision"];
            /** @description Why it was not resolved. */
            detail?: string;
            /**
             * @description resolved: as asked for; decided: somebody else was faster, see `decision`; changed: it has changed meanwhile, read it again; gone: there is no such open conflict; invalid: `detail` says why.
             * @enum {string}
             */
            fate: "resolved" | "decided" | "changed" | "gone" | "invalid";
            /** @description The id. */
            id: string;
            /** @description The record as it is then; null if it is deleted then, or if the conflict was not resolved. */
            record: components["schemas"]["ERPRecord"] | null;
            /** @description The status that the same request for this conflict alone would get. */
            status: number;
        };
        ERPConflictResolutionInput: {
            /** @description Whose value is taken at single paths of the conflict's fields. */
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
            /**
             * @description How the ERP is reached.
             * @enum {string}
             */
            connectionMethod: "api" | "doi" | "sftp";
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /** @description Who created it. */
            createdBy: string;
            /** @description Secrets are shown as "********". Sent back like that, they stay as they are. */
            credentials: {
                [key: string]: unknown;
            };
            /** @description Whether it works. */
            health: {
                /**
                 * Format: date-time
                 * @description When the ERP's certificate ends, as the last test has seen it.
                 */
                certificateExpiresAt?: string;
                /**
                 * Format: date-time
                 * @description When the connection was tested last.
                 */
                checkedAt?: string;
                /** @description How far the ERP's clock is ahead of ours, in ms; negative if it is behind. ERPs tell their time to the second. */
                clockOffsetMs?: number;
                /** @description How many runs of one data type in a row have failed; the most of any data type. While it is open: of all data types together. */
                failuresInARow: number;
                /**
                 * Format: date-time
                 * @description When a run succeeded last, in any data type.
                 */
                lastSuccessAt?: string;
                /** @description The outcome of the last test. */
                message?: string;
                /**
                 * Format: date-time
                 * @description When Linkspan tests the ERP next, while it is open.
                 */
                nextProbeAt?: string;
                /** @description Why it is degraded or open. */
                reason?: string;
                /** @description Data types that could not be read while others could: they are not pulled until the connection is changed or a test passes. */
                refusedDataTypes?: {
                    /** @description The error code; `docs/errors.md` explains each. */
                    code: string;
                    dataType: components["schemas"]["ERPDataType"];
                    /** @description What happened, in words. */
                    message: string;
                }[];
                /** @description How long the last test took, in ms. */
                responseTime?: number;
                /**
                 * Format: date-time
                 * @description Since when it has been so.
                 */
                since: string;
                /**
                 * @description unknown: neither tested nor synced yet. degraded: the last test failed and nothing has succeeded since, or 3 runs of one data type in a row have failed. open: the ERP cannot be worked with, so syncs wait and Linkspan tests it from time to time. probing: such a test is under way, or has passed, and one sync shows whether the ERP is back.
                 * @enum {string}
                 */
                state: "unknown" | "healthy" | "degraded" | "open" | "probing";
            };
            /** @description The id. */
            id: string;
            /**
             * Format: date-time
             * @description When a run succeeded last.
             */
            lastSyncAt?: string;
            /**
             * Format: date-time
             * @description When it was tested last; absent before the first test.
             */
            lastTestedAt?: string;
            /** @description The name. */
            name: string;
            /**
             * @description Who made the ERP.
             * @enum {string}
             */
            provider: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
            /** @description The settings. */
            settings: {
                /**
                 * @description How many records one page has.
                 * @default 100
                 */
                batchSize: number;
                /** @description The data types that may be synced. */
                enabledDataTypes: unknown;
                /** @description How old the data of a data type may be, in minutes since the last success. Without it: the time in which its schedule is due twice. */
                freshness?: {
                    [key: string]: number;
                };
                /** @description The maximum number of calls to this ERP at the same time, over all workers and runs. It only lowers the connector's own limit. */
                maxConcurrentCalls?: number;
                /**
                 * @description The largest share of the records that one full sync may delete because the ERP no longer has them. If it would be more, none is deleted and the run ends with an error.
                 * @default 0.3
                 */
                maxDeleteShare: number;
                /**
                 * @description The largest share of the records of one pull, of ten or more, that may be rejected. If it is more, or if all are, the run ends with an error and the watermark stays.
                 * @default 0.5
                 */
                maxRejectShare: number;
                /**
                 * @description How many records of one push are sent at the same time. A connector whose ERP bears less lowers it.
                 * @default 4
                 */
                pushConcurrency: number;
                /** @description The maximum number of calls to this ERP in a time window, over all workers. */
                rateLimit?: {
                    /** @description The maximum number of calls in the window. */
                    max: number;
                    /** @description The length of the window, in ms. */
                    perMs: number;
                };
                /**
                 * @description How often a failing page is retried before the run ends with an error.
                 * @default 3
                 */
                retryAttempts: number;
                /**
                 * @description The base of the exponential backoff with full jitter, in ms.
                 * @default 5000
                 */
                retryDelay: number;
                /** @description The cron expression for every data type that has no sync configuration of its own. */
                syncSchedule?: string;
                /**
                 * @description The time limit of one call to the ERP, and of a connection test, in ms.
                 * @default 30000
                 */
                timeout: number;
                /** @description The IANA time zone of the schedule. */
                timezone?: string;
                /**
                 * @description How far before the watermark an incremental sync starts to ask, in ms, so that it finds changes that the ERP committed late.
                 * @default 300000
                 */
                watermarkOverlap: number;
                /** @description Events of the ERP: `POST /webhooks/erp/{connectionId}` starts an incremental sync of what has changed. */
                webhook?: {
                    /**
                     * @description The hash of the HMAC.
                     * @default sha256
                     * @enum {string}
                     */
                    algorithm: "sha256" | "sha512";
                    /** @description What has changed: a data type, or where the body names it. */
                    dataType?: components["schemas"]["ERPDataType"] | {
                        /** @description Which data type each of its words means. A word also counts as a part of a longer one: `items` of `companies(1)/items(2)`. */
                        map: {
                            [key: string]: components["schemas"]["ERPDataType"];
                        };
                        /** @description Where the body, as JSON, says what has changed: `event.type`, or `value[].resource` for several events in one body. */
                        path: string;
                    };
                    /**
                     * @description How the signature is written.
                     * @default hex
                     * @enum {string}
                     */
                    encoding: "hex" | "base64";
                    /** @description The header with the signature of the body. */
                    header: unknown;
                    /** @description Which data type each of its words means. A word also counts as a part of a longer one: `items` of `companies(1)/items(2)`. */
                    map?: {
                        [key: string]: components["schemas"]["ERPDataType"];
                    };
                    /** @description Where the body, as JSON, says what has changed: `event.type`, or `value[].resource` for several events in one body. */
                    path?: string;
                    /** @description What is written before the signature, as in `sha256=`. */
                    prefix?: string;
                    /**
                     * @description An HMAC of the body in a header.
                     * @constant
                     */
                    scheme: "hmac";
                    /** @description The header with the time of sending, in seconds since 1970 or ISO 8601. The signature is of the body, or of the time, a point and the body. */
                    timestampHeader?: unknown;
                } | {
                    /** @description What has changed: a data type, or where the body names it. */
                    dataType?: components["schemas"]["ERPDataType"] | {
                        /** @description Which data type each of its words means. A word also counts as a part of a longer one: `items` of `companies(1)/items(2)`. */
                        map: {
                            [key: string]: components["schemas"]["ERPDataType"];
                        };
                        /** @description Where the body, as JSON, says what has changed: `event.type`, or `value[].resource` for several events in one body. */
                        path: string;
                    };
                    /** @description The header that has the secret, plain or after `Bearer`. */
                    header?: unknown;
                    /** @description Which data type each of its words means. A word also counts as a part of a longer one: `items` of `companies(1)/items(2)`. */
                    map?: {
                        [key: string]: components["schemas"]["ERPDataType"];
                    };
                    /** @description Where the body, as JSON, says what has changed: `event.type`, or `value[].resource` for several events in one body. */
                    path?: string;
                    /**
                     * @description The secret itself, in a header or in the body.
                     * @constant
                     */
                    scheme: "token";
                    /** @description Where the body has the secret, if no header has it: `value[].clientState` of Business Central's. */
                    tokenPath?: string;
                } | {
                    /** @description What has changed: a data type, or where the body names it. */
                    dataType?: components["schemas"]["ERPDataType"] | {
                        /** @description Which data type each of its words means. A word also counts as a part of a longer one: `items` of `companies(1)/items(2)`. */
                        map: {
                            [key: string]: components["schemas"]["ERPDataType"];
                        };
                        /** @description Where the body, as JSON, says what has changed: `event.type`, or `value[].resource` for several events in one body. */
                        path: string;
                    };
                    /** @description Which data type each of its words means. A word also counts as a part of a longer one: `items` of `companies(1)/items(2)`. */
                    map?: {
                        [key: string]: components["schemas"]["ERPDataType"];
                    };
                    /** @description Where the body, as JSON, says what has changed: `event.type`, or `value[].resource` for several events in one body. */
                    path?: string;
                    /**
                     * @description Standard Webhooks: signatures of id, time and body.
                     * @default standard
                     * @constant
                     */
                    scheme: "standard";
                };
            } & {
                [key: string]: unknown;
            };
            /**
             * @description The status.
             * @enum {string}
             */
            status: "active" | "inactive" | "error" | "testing";
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
        };
        ERPConnectionAssignments: {
            /** @description Of clients. */
            clients: components["schemas"]["ClientERPAssignment"][];
            /** @description Of sites. */
            sites: components["schemas"]["SiteERPAssignment"][];
        };
        /** @description A JSON merge patch (RFC 7396): objects are merged at every depth, null deletes a field, and lists are replaced. A masked secret stays as it is. */
        ERPConnectionChangeInput: {
            /**
             * @description How the ERP is reached.
             * @enum {string}
             */
            connectionMethod?: "api" | "doi" | "sftp";
            /** @description How to sign in. Secrets are sealed; sent back masked, they stay as they are. */
            credentials?: {
                [key: string]: unknown;
            };
            /** @description The name. */
            name?: string;
            /**
             * @description Who made the ERP.
             * @enum {string}
             */
            provider?: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
            /** @description The settings. */
            settings?: {
                [key: string]: unknown;
            };
            /**
             * @description The status.
             * @enum {string}
             */
            status?: "active" | "inactive" | "error" | "testing";
        };
        ERPConnectionCheck: {
            /** @description The error code, if the check failed; `docs/errors.md` explains each. */
            code?: string;
            /** @description What was found. */
            detail: string;
            /** @description The credential or setting that is probably at fault, as `credentials.apiKey`. Absent if no single one is. */
            field?: string;
            /** @description The fingerprint of the host key that the server shows, as `credentials.sftpHostFingerprint` takes it. */
            hostKey?: string;
            /** @description How long it took, in ms. */
            ms: number;
            /** @description What was checked: "DNS", "TCP/TLS", "Authentication", "Clock", or a data type. */
            name: string;
            /** @description Whether the step succeeded. */
            ok: boolean;
        };
        /** @description A connection that is tested, and not stored. */
        ERPConnectionDraftInput: {
            /** @description How to sign in. Secrets are sealed; sent back masked, they stay as they are. */
            credentials: {
                [key: string]: unknown;
            };
            /**
             * @description How the ERP is reached.
             * @enum {string}
             */
            method: "api" | "doi" | "sftp";
            /**
             * @description Who made the ERP.
             * @enum {string}
             */
            provider: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
            /**
             * @description The settings.
             * @default {}
             */
            settings?: {
                [key: string]: unknown;
            };
        };
        /** @description The test has not finished yet. */
        ERPConnectionTestPending: {
            /** @description The id. */
            id: string;
            /**
             * @description The status.
             * @constant
             */
            status: "pending";
        };
        ERPConnectionTestResult: {
            /** @description More about it, for machines. */
            details: {
                /** @description The steps of the test, in their order. */
                checks: components["schemas"]["ERPConnectionCheck"][];
            };
            /** @description What is wrong, one entry for each place. */
            errors?: string[];
            /** @description What happened, in words. */
            message: string;
            /** @description What to send with `PATCH /erp/connections/:id`, so that only what this ERP has is enabled. Absent if all enabled data types can be read, or none. */
            proposal?: {
                /** @description The settings. */
                settings: {
                    /** @description The data types that may be synced. */
                    enabledDataTypes: components["schemas"]["ERPDataType"][];
                };
            };
            /** @description How long the test took, in ms. */
            responseTime: number;
            /** @description Whether it succeeded. */
            success: boolean;
        };
        /**
         * @description What is exchanged with an ERP.
         * @enum {string}
         */
        ERPDataType: "orders" | "products" | "order_status" | "inventory" | "employees" | "invoices";
        ERPDataTypeDescription: {
            dataType: components["schemas"]["ERPDataType"];
            /** @description Whole records. */
            examples: {
                [key: string]: unknown;
            }[];
            /** @description The fields by which people tell such records apart, the most telling first. */
            naturalKey: string[];
            /** @description The JSON Schema of a canonical record: its fields with types and descriptions. `required` are those that a row must fill. */
            schema: {
                [key: string]: unknown;
            };
            /** @description What people call it. */
            title: string;
        };
        /**
         * @description What is exchanged with an ERP.
         * @enum {string}
         */
        ERPDataTypeInput: "orders" | "products" | "order_status" | "inventory" | "employees" | "invoices";
        ERPDeletedRecord: {
            dataType: components["schemas"]["ERPDataType"];
            /**
             * @description Whether the record is gone.
             * @constant
             */
            deleted: true;
            /**
             * Format: date-time
             * @description When it was deleted; absent if an older version did, which did not keep it.
             */
            deletedAt?: string;
            /** @description The id. */
            id: string;
        };
        /** Employees */
        ERPEmployee: {
            /** @description Active. */
            active?: boolean;
            /** @description Company ID. */
            companyId?: string;
            /** @description Cost center. */
            costCenter?: string;
            /** @description Department. */
            department?: string;
            /** @description Department ID. */
            departmentId?: string;
            /** @description Display name. */
            displayName?: string;
            /** @description Email. */
            email?: string;
            /** @description Employee ID. */
            employeeId: string;
            /** @description First name. */
            firstName?: string;
            /**
             * Format: date
             * @description Hire date.
             */
            hireDate?: string;
            /** @description Job title. */
            jobTitle?: string;
            /** @description Last name. */
            lastName?: string;
            /** @description Location. */
            location?: string;
            /** @description Manager ID. */
            managerId?: string;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string;
            /** @description Source version. */
            sourceVersion?: string;
            /**
             * @description Status.
             * @enum {string}
             */
            status?: "active" | "on_leave" | "pending" | "terminated" | "unknown";
            /** @description The ERP's own word for status. */
            statusRaw?: string;
            /**
             * Format: date
             * @description Termination date.
             */
            terminationDate?: string;
        };
        /** Fields: Employees */
        ERPEmployeeFields: {
            /** @description Active. */
            active?: boolean | null;
            /** @description Company ID. */
            companyId?: string | null;
            /** @description Cost center. */
            costCenter?: string | null;
            /** @description Department. */
            department?: string | null;
            /** @description Department ID. */
            departmentId?: string | null;
            /** @description Display name. */
            displayName?: string | null;
            /** @description Email. */
            email?: string | null;
            /** @description Employee ID. */
            employeeId?: string | null;
            /** @description First name. */
            firstName?: string | null;
            /**
             * Format: date
             * @description Hire date.
             */
            hireDate?: string | null;
            /** @description Job title. */
            jobTitle?: string | null;
            /** @description Last name. */
            lastName?: string | null;
            /** @description Location. */
            location?: string | null;
            /** @description Manager ID. */
            managerId?: string | null;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string | null;
            /** @description Source version. */
            sourceVersion?: string | null;
            /**
             * @description Status.
             * @enum {string|null}
             */
            status?: "active" | "on_leave" | "pending" | "terminated" | "unknown" | null;
            /** @description The ERP's own word for status. */
            statusRaw?: string | null;
            /**
             * Format: date
             * @description Termination date.
             */
            terminationDate?: string | null;
        };
        ERPEmployeeRecord: {
            /** @description The id of the open conflict; absent if there is none. */
            conflictId?: string;
            data: components["schemas"]["ERPEmployee"];
            /**
             * @description The kind of records. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            dataType: "employees";
            /** @description The ERP's id of the record; null until it is known. */
            erpId: string | null;
            /** @description Why it was not pushed, in the ERP's own words. */
            error?: {
                /** @description The error code; `docs/errors.md` explains each. */
                code: string;
                /** @description What happened, in words. */
                message: string;
            };
            /** @description The id. */
            id: string;
            /**
             * @description Where it comes from.
             * @enum {string}
             */
            source: "erp" | "system";
            /**
             * @description uncertain: sent, but not answered; the ERP is asked for it before it is sent again.
             * @enum {string}
             */
            syncStatus: "pending" | "in_flight" | "uncertain" | "synced" | "conflict" | "error";
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
            /** @description Grows with every change of the record. */
            version: number;
        };
        ERPEvent: {
            /** @description What happened, and to what. It depends on the type; see the page on webhooks. */
            data: {
                [key: string]: unknown;
            };
            /** @description The same each time the event is sent, so that a receiver can tell a repetition. */
            id: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            timestamp: string;
            /**
             * @description What happened.
             * @enum {string}
             */
            type: "sync.succeeded" | "sync.failed" | "records.changed" | "record.rejected" | "order.pushed" | "order.refused" | "order.uncertain" | "order.status_changed" | "conflict.opened" | "conflict.resolved" | "connection.degraded" | "connection.recovered" | "incident.opened" | "incident.updated" | "incident.closed" | "freshness.late" | "freshness.met" | "webhook.test";
        };
        ERPEventAccepted: {
            /**
             * @description The event was taken.
             * @constant
             */
            accepted: true;
            /** @description The run that reads what has changed; null if it starts after the one that is under way. */
            syncLogId: string | null;
        };
        /** @description What the ERP makes of a field that it is sent. That is not an edit. */
        ERPForm: {
            dataType: components["schemas"]["ERPDataType"];
            /** @description In words: The ERP keeps price with 2 decimals. */
            explanation: string;
            /** @description `price`, `shipTo.city`, `lines[].quantity` */
            field: string;
            /**
             * @description computed: the ERP works the value out itself, or keeps it in no usual form of ours.
             * @enum {string}
             */
            kind: "rounded" | "case" | "trimmed" | "padded" | "zeros" | "cut" | "day" | "computed";
            /**
             * Format: date-time
             * @description When it was seen last.
             */
            seenAt: string;
            /** @description The latest example: what was sent, … */
            sent: unknown;
            /** @description … and what the ERP showed afterwards. */
            shown: unknown;
        };
        /** @description What the connector finds in a row by itself, before the mapping of the sync configuration. */
        ERPFoundInRow: {
            /**
             * @description When the ERP last changed the record; null if it does not say.
             * @default null
             */
            changedAt: string | null;
            /** @description The canonical fields, before the mapping. */
            fields: {
                [key: string]: unknown;
            };
            /** @description The id of the record; empty if the row has none. */
            id: string;
            /** @description Why the row can be no record, whatever the mapping says; absent if it can. */
            rejection?: {
                /** @description What happened, in words. */
                message: string;
                /** @description Where it is, as in `lines.0.sku`. */
                path: string;
            };
        };
        /** @description What the connector finds in a row by itself, before the mapping of the sync configuration. */
        ERPFoundInRowInput: {
            /**
             * @description When the ERP last changed the record; null if it does not say.
             * @default null
             */
            changedAt?: string | null;
            /** @description The canonical fields, before the mapping. */
            fields: {
                [key: string]: unknown;
            };
            /** @description The id of the record; empty if the row has none. */
            id: string;
            /** @description Why the row can be no record, whatever the mapping says; absent if it can. */
            rejection?: {
                /** @description What happened, in words. */
                message: string;
                /** @description Where it is, as in `lines.0.sku`. */
                path: string;
            };
        };
        /** Inventory */
        ERPInventory: {
            /**
             * Format: date-time
             * @description As of.
             */
            asOf?: string;
            /** @description Bin. */
            bin?: string;
            /** @description Company ID. */
            companyId?: string;
            /**
             * Format: date
             * @description Expiry date.
             */
            expiryDate?: string;
            /** @description Location ID. */
            locationId?: string;
            /** @description Location name. */
            locationName?: string;
            /** @description Lot. */
            lot?: string;
            /** @description Parts. */
            parts?: {
                /** @description Bin. */
                bin?: string;
                /**
                 * Format: date
                 * @description Expiry date.
                 */
                expiryDate?: string;
                /** @description Lot. */
                lot?: string;
                /**
                 * Format: decimal
                 * @description Quantity available: a decimal number.
                 */
                quantityAvailable?: string;
                /**
                 * Format: decimal
                 * @description Quantity on hand: a decimal number.
                 */
                quantityOnHand: string;
                /**
                 * Format: decimal
                 * @description Quantity on order: a decimal number.
                 */
                quantityOnOrder?: string;
                /**
                 * Format: decimal
                 * @description Quantity reserved: a decimal number.
                 */
                quantityReserved?: string;
                /** @description Serial number. */
                serialNumber?: string;
            }[];
            /**
             * Format: decimal
             * @description Quantity available: a decimal number.
             */
            quantityAvailable?: string;
            /**
             * Format: decimal
             * @description Quantity on hand: a decimal number.
             */
            quantityOnHand: string;
            /**
             * Format: decimal
             * @description Quantity on order: a decimal number.
             */
            quantityOnOrder?: string;
            /**
             * Format: decimal
             * @description Quantity reserved: a decimal number.
             */
            quantityReserved?: string;
            /** @description Serial number. */
            serialNumber?: string;
            /** @description SKU. */
            sku: string;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string;
            /** @description Source version. */
            sourceVersion?: string;
            /** @description Stock type. */
            stockType?: string;
            /**
             * @description Unit of measure.
             * @example EA
             * @example PCE
             * @example BOX
             * @example SET
             * @example PAL
             * @example KG
             * @example G
             * @example L
             * @example M
             * @example MTK
             * @example HUR
             */
            uom?: string;
        };
        /** Fields: Inventory */
        ERPInventoryFields: {
            /**
             * Format: date-time
             * @description As of.
             */
            asOf?: string | null;
            /** @description Bin. */
            bin?: string | null;
            /** @description Company ID. */
            companyId?: string | null;
            /**
             * Format: date
             * @description Expiry date.
             */
            expiryDate?: string | null;
            /** @description Location ID. */
            locationId?: string | null;
            /** @description Location name. */
            locationName?: string | null;
            /** @description Lot. */
            lot?: string | null;
            /** @description Parts. */
            parts?: {
                /** @description Bin. */
                bin?: string | null;
                /**
                 * Format: date
                 * @description Expiry date.
                 */
                expiryDate?: string | null;
                /** @description Lot. */
                lot?: string | null;
                /**
                 * Format: decimal
                 * @description Quantity available: a decimal number.
                 */
                quantityAvailable?: string | number | null;
                /**
                 * Format: decimal
                 * @description Quantity on hand: a decimal number.
                 */
                quantityOnHand?: string | number | null;
                /**
                 * Format: decimal
                 * @description Quantity on order: a decimal number.
                 */
                quantityOnOrder?: string | number | null;
                /**
                 * Format: decimal
                 * @description Quantity reserved: a decimal number.
                 */
                quantityReserved?: string | number | null;
                /** @description Serial number. */
                serialNumber?: string | null;
            }[] | null;
            /**
             * Format: decimal
             * @description Quantity available: a decimal number.
             */
            quantityAvailable?: string | number | null;
            /**
             * Format: decimal
             * @description Quantity on hand: a decimal number.
             */
            quantityOnHand?: string | number | null;
            /**
             * Format: decimal
             * @description Quantity on order: a decimal number.
             */
            quantityOnOrder?: string | number | null;
            /**
             * Format: decimal
             * @description Quantity reserved: a decimal number.
             */
            quantityReserved?: string | number | null;
            /** @description Serial number. */
            serialNumber?: string | null;
            /** @description SKU. */
            sku?: string | null;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string | null;
            /** @description Source version. */
            sourceVersion?: string | null;
            /** @description Stock type. */
            stockType?: string | null;
            /**
             * @description Unit of measure.
             * @example EA
             * @example PCE
             * @example BOX
             * @example SET
             * @example PAL
             * @example KG
             * @example G
             * @example L
             * @example M
             * @example MTK
             * @example HUR
             */
            uom?: string | null;
        };
        ERPInventoryRecord: {
            /** @description The id of the open conflict; absent if there is none. */
            conflictId?: string;
            data: components["schemas"]["ERPInventory"];
            /**
             * @description The kind of records. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            dataType: "inventory";
            /** @description The ERP's id of the record; null until it is known. */
            erpId: string | null;
            /** @description Why it was not pushed, in the ERP's own words. */
            error?: {
                /** @description The error code; `docs/errors.md` explains each. */
                code: string;
                /** @description What happened, in words. */
                message: string;
            };
            /** @description The id. */
            id: string;
            /**
             * @description Where it comes from.
             * @enum {string}
             */
            source: "erp" | "system";
            /**
             * @description uncertain: sent, but not answered; the ERP is asked for it before it is sent again.
             * @enum {string}
             */
            syncStatus: "pending" | "in_flight" | "uncertain" | "synced" | "conflict" | "error";
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
            /** @description Grows with every change of the record. */
            version: number;
        };
        /** Invoices */
        ERPInvoice: {
            /**
             * Format: decimal
             * @description Balance due: a decimal number.
             */
            balanceDue?: string;
            /** @description Company ID. */
            companyId?: string;
            /** @description Currency. */
            currency: string;
            /** @description Customer ID. */
            customerId?: string;
            /** @description Customer name. */
            customerName?: string;
            /** @description Customer reference. */
            customerReference?: string;
            /**
             * Format: date
             * @description Due date.
             */
            dueDate?: string;
            /** @description Invoice number. */
            invoiceNumber: string;
            /**
             * Format: date
             * @description Issue date.
             */
            issueDate: string;
            /** @description Lines. */
            lines?: {
                /** @description Description. */
                description?: string;
                /** @description Line number. */
                lineNumber: string;
                /**
                 * Format: decimal
                 * @description Line total: a decimal number.
                 */
                lineTotal?: string;
                /** @description Order line. */
                orderLine?: string;
                /**
                 * Format: decimal
                 * @description Quantity: a decimal number.
                 */
                quantity?: string;
                /** @description SKU. */
                sku?: string;
                /**
                 * Format: decimal
                 * @description Tax: a decimal number.
                 */
                tax?: string;
                /**
                 * Format: decimal
                 * @description Unit price: a decimal number.
                 */
                unitPrice?: string;
                /**
                 * @description Unit of measure.
                 * @example EA
                 * @example PCE
                 * @example BOX
                 * @example SET
                 * @example PAL
                 * @example KG
                 * @example G
                 * @example L
                 * @example M
                 * @example MTK
                 * @example HUR
                 */
                uom?: string;
            }[];
            /** @description Order number. */
            orderNumber?: string;
            /** @description Order refs. */
            orderRefs?: string[];
            /**
             * Format: date
             * @description Paid at.
             */
            paidAt?: string;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string;
            /** @description Source version. */
            sourceVersion?: string;
            /**
             * @description Status.
             * @enum {string}
             */
            status?: "draft" | "open" | "partially_paid" | "paid" | "void" | "unknown";
            /** @description The ERP's own word for status. */
            statusRaw?: string;
            /**
             * Format: decimal
             * @description Subtotal: a decimal number.
             */
            subtotal?: string;
            /**
             * Format: decimal
             * @description Tax total: a decimal number.
             */
            taxTotal?: string;
            /**
             * Format: decimal
             * @description Total: a decimal number.
             */
            total: string;
            /**
             * @description Type.
             * @enum {string}
             */
            type?: "invoice" | "credit_note" | "unknown";
            /** @description The ERP's own word for type. */
            typeRaw?: string;
        };
        /** Fields: Invoices */
        ERPInvoiceFields: {
            /**
             * Format: decimal
             * @description Balance due: a decimal number.
             */
            balanceDue?: string | number | null;
            /** @description Company ID. */
            companyId?: string | null;
            /** @description Currency. */
            currency?: string | null;
            /** @description Customer ID. */
            customerId?: string | null;
            /** @description Customer name. */
            customerName?: string | null;
            /** @description Customer reference. */
            customerReference?: string | null;
            /**
             * Format: date
             * @description Due date.
             */
            dueDate?: string | null;
            /** @description Invoice number. */
            invoiceNumber?: string | null;
            /**
             * Format: date
             * @description Issue date.
             */
            issueDate?: string | null;
            /** @description Lines. */
            lines?: {
                /** @description Description. */
                description?: string | null;
                /** @description Line number. */
                lineNumber?: string | null;
                /**
                 * Format: decimal
                 * @description Line total: a decimal number.
                 */
                lineTotal?: string | number | null;
                /** @description Order line. */
                orderLine?: string | null;
                /**
                 * Format: decimal
                 * @description Quantity: a decimal number.
                 */
                quantity?: string | number | null;
                /** @description SKU. */
                sku?: string | null;
                /**
                 * Format: decimal
                 * @description Tax: a decimal number.
                 */
                tax?: string | number | null;
                /**
                 * Format: decimal
                 * @description Unit price: a decimal number.
                 */
                unitPrice?: string | number | null;
                /**
                 * @description Unit of measure.
                 * @example EA
                 * @example PCE
                 * @example BOX
                 * @example SET
                 * @example PAL
                 * @example KG
                 * @example G
                 * @example L
                 * @example M
                 * @example MTK
                 * @example HUR
                 */
                uom?: string | null;
            }[] | null;
            /** @description Order number. */
            orderNumber?: string | null;
            /** @description Order refs. */
            orderRefs?: string[] | null;
            /**
             * Format: date
             * @description Paid at.
             */
            paidAt?: string | null;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string | null;
            /** @description Source version. */
            sourceVersion?: string | null;
            /**
             * @description Status.
             * @enum {string|null}
             */
            status?: "draft" | "open" | "partially_paid" | "paid" | "void" | "unknown" | null;
            /** @description The ERP's own word for status. */
            statusRaw?: string | null;
            /**
             * Format: decimal
             * @description Subtotal: a decimal number.
             */
            subtotal?: string | number | null;
            /**
             * Format: decimal
             * @description Tax total: a decimal number.
             */
            taxTotal?: string | number | null;
            /**
             * Format: decimal
             * @description Total: a decimal number.
             */
            total?: string | number | null;
            /**
             * @description Type.
             * @enum {string|null}
             */
            type?: "invoice" | "credit_note" | "unknown" | null;
            /** @description The ERP's own word for type. */
            typeRaw?: string | null;
        };
        ERPInvoiceRecord: {
            /** @description The id of the open conflict; absent if there is none. */
            conflictId?: string;
            data: components["schemas"]["ERPInvoice"];
            /**
             * @description The kind of records. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            dataType: "invoices";
            /** @description The ERP's id of the record; null until it is known. */
            erpId: string | null;
            /** @description Why it was not pushed, in the ERP's own words. */
            error?: {
                /** @description The error code; `docs/errors.md` explains each. */
                code: string;
                /** @description What happened, in words. */
                message: string;
            };
            /** @description The id. */
            id: string;
            /**
             * @description Where it comes from.
             * @enum {string}
             */
            source: "erp" | "system";
            /**
             * @description uncertain: sent, but not answered; the ERP is asked for it before it is sent again.
             * @enum {string}
             */
            syncStatus: "pending" | "in_flight" | "uncertain" | "synced" | "conflict" | "error";
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
            /** @description Grows with every change of the record. */
            version: number;
        };
        ERPJourney: {
            /** @description The client that the connection serves; absent if it serves none, or several. */
            clientId?: string;
            /** @description Whether the events are all since the record was first seen here. Of records that only the ERP writes, the latest change is kept. */
            complete: boolean;
            /** @description The name of the connection. */
            connectionName: string;
            /** @description The state in three plain sentences without internal ids, to be read out to a customer. */
            customer: string[];
            dataType: components["schemas"]["ERPDataType"];
            /** @description The id of the connection. */
            erpConnectionId: string;
            /** @description The record's id in the ERP; null if it is not known. */
            erpId: string | null;
            /** @description Oldest first. */
            events: components["schemas"]["ERPJourneyEvent"][];
            /** @description What people call the record: the number of an order, a SKU. */
            name: string;
            /** @description The record; absent if it was deleted. Fields of employees are masked for viewers. */
            record?: {
                /** @description The id of the open conflict; absent if there is none. */
                conflictId?: string;
                /** @description Canonical fields; money and quantities are decimal strings. */
                data: {
                    [key: string]: unknown;
                };
                /** @description Why it was not pushed, in the ERP's own words. */
                error?: {
                    /** @description The error code; `docs/errors.md` explains each. */
                    code: string;
                    /** @description What happened, in words. */
                    message: string;
                };
                /**
                 * @description Where it comes from.
                 * @enum {string}
                 */
                source: "erp" | "system";
                /**
                 * Format: date-time
                 * @description When it was changed last.
                 */
                updatedAt: string;
                /** @description Grows with every change of the record. */
                version: number;
            };
            /** @description The id of the record. */
            recordId: string;
            /** @description The site that the connection serves; absent if it serves none, or several. */
            siteId?: string;
            /** @description How it is now. */
            state: {
                /**
                 * Format: date-time
                 * @description Since when, if that is known.
                 */
                since?: string;
                /**
                 * @description The status.
                 * @enum {string}
                 */
                status: "pending" | "in_flight" | "uncertain" | "synced" | "conflict" | "error" | "deleted";
                /** @description The state in a sentence. */
                words: string;
            };
        };
        ERPJourneyEvent: {
            /**
             * Format: date-time
             * @description When it happened; of a schedule: when it will.
             */
            at: string;
            /**
             * @description What kind of event it is.
             * @enum {string}
             */
            kind: "written" | "waited" | "sent" | "uncertain" | "accepted" | "found" | "requeued" | "refused" | "echo" | "read" | "changed" | "status" | "conflict" | "decided" | "deleted";
            /** @description The run in which it happened; absent if none did it, or if that is not known. */
            syncLogId?: string;
            /** @description What happened, in a sentence. */
            words: string;
        };
        /** @description What a mapping makes of some rows. The ERP is not asked, and nothing is stored. */
        ERPMappingEvaluation: {
            /** @description How many of the rows a sync would store. */
            accepted: number;
            dataType: components["schemas"]["ERPDataType"];
            /** @description How many a filter leaves out. */
            filtered: number;
            /** @description The result of each row, in the order of the rows. */
            records: {
                /** @description What is wrong, one entry for each place. */
                errors: {
                    /** @description What happened, in words. */
                    message: string;
                    /** @description Where it is, as in `lines.0.sku`. */
                    path: string;
                    /** @description The value. */
                    value: unknown;
                }[];
                /** @description The first filter that the record does not meet; absent if it meets all. */
                filteredBy?: {
                    /** @description A canonical field, or "raw." and a path into the row as the ERP sent it. */
                    field: string;
                    /** @description Its position in `filters`. */
                    filter: number;
                    /**
                     * @description How the field is compared.
                     * @default eq
                     * @enum {string}
                     */
                    operator: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    /** @description The value. */
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                };
                /** @description The id of the record after the mapping; empty if it has none. */
                id: string;
                /** @description The canonical fields before they are validated; null if the record was filtered or a transformation failed. */
                mapped: unknown;
                /** @description The canonical record as a sync would store it; null if it would not be stored. */
                record: unknown;
                /** @description Whether a value of this entry was shortened because of its size. */
                shortened: boolean;
                /**
                 * @description The status.
                 * @enum {string}
                 */
                status: "accepted" | "filtered" | "rejected";
                /** @description The value of each field on its way; absent unless `trace` was asked for. */
                trace?: {
                    /** @description A canonical field or, as the mapping writes it, a path below one; `id` for the id of the record. */
                    field: string;
                    /** @description What the connector found by itself; null if it found nothing. */
                    found: unknown;
                    /** @description The path that `fieldMapping` names; null if it names none. */
                    from: string | null;
                    /** @description The value before the first step: from that path, or else what was found. */
                    mapped: unknown;
                    /** @description The transformations of this field, in their order. */
                    steps: {
                        /** @description Why the step failed; absent if it did not. */
                        error?: string;
                        /**
                         * @description What is done to the field.
                         * @enum {string}
                         */
                        operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                        /** @description Its position in `transformations`. */
                        transformation: number;
                        /** @description The value of the field afterwards; of a path with `[]` the list of values. */
                        value: unknown;
                    }[];
                }[];
            }[];
            /** @description How many cannot be stored. */
            rejected: number;
            /** @description What a push would do with the fields of this mapping, if this ERP can be pushed to. */
            remarks?: components["schemas"]["ERPMappingRemark"][];
        };
        ERPMappingEvaluationRequestInput: {
            /** @description The id of the connection. */
            connectionId: string;
            dataType: components["schemas"]["ERPDataTypeInput"];
            /** @description What the connector finds in each row by itself, as `found` of a preview. It is needed only if the connector cannot read a row without its ERP; the others read `raw` anew. */
            found?: components["schemas"]["ERPFoundInRowInput"][];
            /** @description The mapping to try; without any part of it, only the connector's own. */
            mapping?: {
                /** @description Canonical field (or `id` for the record's id) → path in the row as the ERP sends it. Takes precedence over the connector's own mapping. */
                fieldMapping?: {
                    [key: string]: string;
                };
                /** @description Conditions that a record must meet. */
                filters?: {
                    /** @description A canonical field, or "raw." and a path into the row as the ERP sent it. */
                    field: string;
                    /**
                     * @description How the field is compared.
                     * @default eq
                     * @enum {string}
                     */
                    operator?: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    /** @description The value. */
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                }[];
                /** @description Changes of values, applied in their order. */
                transformations?: {
                    /** @description A canonical field, or a path in one, as in `lines[].sku`. */
                    field: string;
                    /**
                     * @description What is done to the field.
                     * @enum {string}
                     */
                    operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                    /** @description How a push undoes this step: "strip" for pad, {pad: length} for strip_leading_zeros, "swap" for replace, {jsonata} for any. */
                    push?: ("strip" | "swap") | {
                        /** @description The length to which zeros are added. */
                        pad: number;
                    } | {
                        /** @description Over the outgoing record; `$value` is the field, `$fields` the record so far. */
                        jsonata: string;
                    };
                    /** @description The value. */
                    value?: unknown;
                }[];
            };
            /** @description Rows as the ERP sends them, such as `raw` of a preview. */
            raw: unknown[];
            /**
             * @description Whether to show the value of each field after each step.
             * @default false
             */
            trace?: boolean;
        };
        ERPMappingOperation: {
            /** @description What it does with a value. */
            description: string;
            /** @description What it makes of one value. */
            example: {
                /** @description The value of the field afterwards. */
                after: unknown;
                /** @description The value of the field before; null if it has none. */
                before: unknown;
                /** @description The `value` of the transformation; absent if the operation takes none. */
                value?: unknown;
            };
            /**
             * @description What is done to the field.
             * @enum {string}
             */
            operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
            /** @description The JSON Schema of `value` in a transformation; null if the operation takes none. */
            value: {
                [key: string]: unknown;
            } | null;
        };
        /** @description What a push does with a field that the mapping names. */
        ERPMappingRemark: {
            /** @description What would make a read-only field writable, if anything would. */
            advice?: string;
            /** @description A canonical field, or a path in one, as in `lines[].sku`. */
            field: string;
            /**
             * @description "warning": something that a pull reads is not, or not always, written back.
             * @enum {string}
             */
            kind: "warning" | "note";
            /** @description What happened, in words. */
            message: string;
        };
        ERPOpenReject: {
            /** @description The id of the connection. */
            connectionId: string;
            dataType: components["schemas"]["ERPDataType"];
            /** @description What is wrong, one entry for each place. */
            errors: {
                /** @description What happened, in words. */
                message: string;
                /** @description Where it is, as in `lines.0.sku`. */
                path: string;
                /** @description The value. */
                value: unknown;
            }[];
            /**
             * Format: date-time
             * @description When it was rejected first since it was last accepted.
             */
            firstRejectedAt: string;
            /** @description Stays the same, however often the record is rejected. */
            id: string;
            /** @description From 1; 0 in a push. */
            page: number;
            /** @description The row as the ERP sent it, while the record is open; absent if it is not kept. */
            raw?: unknown;
            /**
             * @description Parts of `raw` were left out, because it was too large.
             * @constant
             */
            rawShortened?: true;
            /** @description Its id: the ERP's in a pull, empty if it had none; ours in a push. */
            recordId: string;
            /**
             * Format: date-time
             * @description When it was last rejected.
             */
            rejectedAt: string;
            /** @description Its place in the page, from 1; absent if several rows were rejected together. */
            row?: number;
            /** @description Tells a row without an id from others. */
            rowHash?: string;
            /** @description The run that rejected it last; absent if that is not known any more. */
            syncLogId?: string;
            /** @description How often it was rejected since then; 0 if that is not known. */
            times: number;
        };
        /** Orders */
        ERPOrder: {
            /** @description Bill to. */
            billTo?: {
                /** @description City. */
                city?: string;
                /** @description Country. */
                country?: string;
                /** @description Email. */
                email?: string;
                /** @description Line1. */
                line1?: string;
                /** @description Line2. */
                line2?: string;
                /** @description Name. */
                name?: string;
                /** @description Phone. */
                phone?: string;
                /** @description Postal code. */
                postalCode?: string;
                /** @description Region. */
                region?: string;
            };
            /** @description Company ID. */
            companyId?: string;
            /** @description Currency. */
            currency: string;
            /** @description Customer ID. */
            customerId?: string;
            /** @description Customer name. */
            customerName?: string;
            /** @description Customer reference. */
            customerReference?: string;
            /**
             * Format: decimal
             * @description Discount total: a decimal number.
             */
            discountTotal?: string;
            /**
             * Format: decimal
             * @description Exchange rate: a decimal number.
             */
            exchangeRate?: string;
            /** @description Lines. */
            lines?: {
                /** @description Description. */
                description?: string;
                /**
                 * Format: decimal
                 * @description Discount: a decimal number.
                 */
                discount?: string;
                /** @description Line number. */
                lineNumber: string;
                /**
                 * Format: decimal
                 * @description Line total: a decimal number.
                 */
                lineTotal?: string;
                /** @description Location ID. */
                locationId?: string;
                /**
                 * Format: decimal
                 * @description Quantity: a decimal number.
                 */
                quantity: string;
                /**
                 * Format: decimal
                 * @description Quantity cancelled: a decimal number.
                 */
                quantityCancelled?: string;
                /**
                 * Format: decimal
                 * @description Quantity invoiced: a decimal number.
                 */
                quantityInvoiced?: string;
                /**
                 * Format: decimal
                 * @description Quantity shipped: a decimal number.
                 */
                quantityShipped?: string;
                /**
                 * Format: date
                 * @description Requested date.
                 */
                requestedDate?: string;
                /** @description SKU. */
                sku?: string;
                /**
                 * @description Status.
                 * @enum {string}
                 */
                status?: "pending" | "processing" | "partially_shipped" | "shipped" | "delivered" | "cancelled" | "on_hold" | "returned" | "unknown";
                /**
                 * Format: decimal
                 * @description Tax: a decimal number.
                 */
                tax?: string;
                /**
                 * @description Type.
                 * @enum {string}
                 */
                type?: "item" | "charge" | "comment" | "unknown";
                /** @description The ERP's own word for type. */
                typeRaw?: string;
                /**
                 * Format: decimal
                 * @description Unit price: a decimal number.
                 */
                unitPrice?: string;
                /**
                 * @description Unit of measure.
                 * @example EA
                 * @example PCE
                 * @example BOX
                 * @example SET
                 * @example PAL
                 * @example KG
                 * @example G
                 * @example L
                 * @example M
                 * @example MTK
                 * @example HUR
                 */
                uom?: string;
            }[];
            /**
             * Format: date
             * @description Order date.
             */
            orderDate: string;
            /** @description Order number. */
            orderNumber: string;
            /** @description Our reference. */
            ourReference?: string;
            /**
             * @description Payment status.
             * @enum {string}
             */
            paymentStatus?: "unpaid" | "partial" | "paid" | "refunded" | "unknown";
            /** @description The ERP's own word for paymentStatus. */
            paymentStatusRaw?: string;
            /**
             * Format: date
             * @description Promised date.
             */
            promisedDate?: string;
            /**
             * Format: date
             * @description Requested delivery date.
             */
            requestedDeliveryDate?: string;
            /**
             * Format: decimal
             * @description Shipping total: a decimal number.
             */
            shippingTotal?: string;
            /** @description Ship to. */
            shipTo?: {
                /** @description City. */
                city?: string;
                /** @description Country. */
                country?: string;
                /** @description Email. */
                email?: string;
                /** @description Line1. */
                line1?: string;
                /** @description Line2. */
                line2?: string;
                /** @description Name. */
                name?: string;
                /** @description Phone. */
                phone?: string;
                /** @description Postal code. */
                postalCode?: string;
                /** @description Region. */
                region?: string;
            };
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string;
            /** @description Source version. */
            sourceVersion?: string;
            /**
             * @description Status.
             * @enum {string}
             */
            status?: "pending" | "processing" | "partially_shipped" | "shipped" | "delivered" | "cancelled" | "on_hold" | "returned" | "unknown";
            /** @description The ERP's own word for status. */
            statusRaw?: string;
            /**
             * Format: decimal
             * @description Subtotal: a decimal number.
             */
            subtotal?: string;
            /**
             * Format: decimal
             * @description Tax total: a decimal number.
             */
            taxTotal?: string;
            /**
             * Format: decimal
             * @description Total: a decimal number.
             */
            total: string;
        };
        /** Fields: Orders */
        ERPOrderFields: {
            /** @description Bill to. */
            billTo?: {
                /** @description City. */
                city?: string | null;
                /** @description Country. */
                country?: string | null;
                /** @description Email. */
                email?: string | null;
                /** @description Line1. */
                line1?: string | null;
                /** @description Line2. */
                line2?: string | null;
                /** @description Name. */
                name?: string | null;
                /** @description Phone. */
                phone?: string | null;
                /** @description Postal code. */
                postalCode?: string | null;
                /** @description Region. */
                region?: string | null;
            } | null;
            /** @description Company ID. */
            companyId?: string | null;
            /** @description Currency. */
            currency?: string | null;
            /** @description Customer ID. */
            customerId?: string | null;
            /** @description Customer name. */
            customerName?: string | null;
            /** @description Customer reference. */
            customerReference?: string | null;
            /**
             * Format: decimal
             * @description Discount total: a decimal number.
             */
            discountTotal?: string | number | null;
            /**
             * Format: decimal
             * @description Exchange rate: a decimal number.
             */
            exchangeRate?: string | number | null;
            /** @description Lines. */
            lines?: {
                /** @description Description. */
                description?: string | null;
                /**
                 * Format: decimal
                 * @description Discount: a decimal number.
                 */
                discount?: string | number | null;
                /** @description Line number. */
                lineNumber?: string | null;
                /**
                 * Format: decimal
                 * @description Line total: a decimal number.
                 */
                lineTotal?: string | number | null;
                /** @description Location ID. */
                locationId?: string | null;
                /**
                 * Format: decimal
                 * @description Quantity: a decimal number.
                 */
                quantity?: string | number | null;
                /**
                 * Format: decimal
                 * @description Quantity cancelled: a decimal number.
                 */
                quantityCancelled?: string | number | null;
                /**
                 * Format: decimal
                 * @description Quantity invoiced: a decimal number.
                 */
                quantityInvoiced?: string | number | null;
                /**
                 * Format: decimal
                 * @description Quantity shipped: a decimal number.
                 */
                quantityShipped?: string | number | null;
                /**
                 * Format: date
                 * @description Requested date.
                 */
                requestedDate?: string | null;
                /** @description SKU. */
                sku?: string | null;
                /**
                 * @description Status.
                 * @enum {string|null}
                 */
                status?: "pending" | "processing" | "partially_shipped" | "shipped" | "delivered" | "cancelled" | "on_hold" | "returned" | "unknown" | null;
                /**
                 * Format: decimal
                 * @description Tax: a decimal number.
                 */
                tax?: string | number | null;
                /**
                 * @description Type.
                 * @enum {string|null}
                 */
                type?: "item" | "charge" | "comment" | "unknown" | null;
                /** @description The ERP's own word for type. */
                typeRaw?: string | null;
                /**
                 * Format: decimal
                 * @description Unit price: a decimal number.
                 */
                unitPrice?: string | number | null;
                /**
                 * @description Unit of measure.
                 * @example EA
                 * @example PCE
                 * @example BOX
                 * @example SET
                 * @example PAL
                 * @example KG
                 * @example G
                 * @example L
                 * @example M
                 * @example MTK
                 * @example HUR
                 */
                uom?: string | null;
            }[] | null;
            /**
             * Format: date
             * @description Order date.
             */
            orderDate?: string | null;
            /** @description Order number. */
            orderNumber?: string | null;
            /** @description Our reference. */
            ourReference?: string | null;
            /**
             * @description Payment status.
             * @enum {string|null}
             */
            paymentStatus?: "unpaid" | "partial" | "paid" | "refunded" | "unknown" | null;
            /** @description The ERP's own word for paymentStatus. */
            paymentStatusRaw?: string | null;
            /**
             * Format: date
             * @description Promised date.
             */
            promisedDate?: string | null;
            /**
             * Format: date
             * @description Requested delivery date.
             */
            requestedDeliveryDate?: string | null;
            /**
             * Format: decimal
             * @description Shipping total: a decimal number.
             */
            shippingTotal?: string | number | null;
            /** @description Ship to. */
            shipTo?: {
                /** @description City. */
                city?: string | null;
                /** @description Country. */
                country?: string | null;
                /** @description Email. */
                email?: string | null;
                /** @description Line1. */
                line1?: string | null;
                /** @description Line2. */
                line2?: string | null;
                /** @description Name. */
                name?: string | null;
                /** @description Phone. */
                phone?: string | null;
                /** @description Postal code. */
                postalCode?: string | null;
                /** @description Region. */
                region?: string | null;
            } | null;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string | null;
            /** @description Source version. */
            sourceVersion?: string | null;
            /**
             * @description Status.
             * @enum {string|null}
             */
            status?: "pending" | "processing" | "partially_shipped" | "shipped" | "delivered" | "cancelled" | "on_hold" | "returned" | "unknown" | null;
            /** @description The ERP's own word for status. */
            statusRaw?: string | null;
            /**
             * Format: decimal
             * @description Subtotal: a decimal number.
             */
            subtotal?: string | number | null;
            /**
             * Format: decimal
             * @description Tax total: a decimal number.
             */
            taxTotal?: string | number | null;
            /**
             * Format: decimal
             * @description Total: a decimal number.
             */
            total?: string | number | null;
        };
        ERPOrderRecord: {
            /** @description The id of the open conflict; absent if there is none. */
            conflictId?: string;
            data: components["schemas"]["ERPOrder"];
            /**
             * @description The kind of records. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            dataType: "orders";
            /** @description The ERP's id of the record; null until it is known. */
            erpId: string | null;
            /** @description Why it was not pushed, in the ERP's own words. */
            error?: {
                /** @description The error code; `docs/errors.md` explains each. */
                code: string;
                /** @description What happened, in words. */
                message: string;
            };
            /** @description The id. */
            id: string;
            /**
             * @description Where it comes from.
             * @enum {string}
             */
            source: "erp" | "system";
            /**
             * @description uncertain: sent, but not answered; the ERP is asked for it before it is sent again.
             * @enum {string}
             */
            syncStatus: "pending" | "in_flight" | "uncertain" | "synced" | "conflict" | "error";
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
            /** @description Grows with every change of the record. */
            version: number;
        };
        /** Order status */
        ERPOrderStatus: {
            /** @description Company ID. */
            companyId?: string;
            /** @description Order external ID. */
            orderExternalId?: string;
            /** @description Order number. */
            orderNumber: string;
            /** @description Shipments. */
            shipments?: {
                /** @description Carrier. */
                carrier?: string;
                /** @description Carrier code. */
                carrierCode?: string;
                /**
                 * Format: date-time
                 * @description Delivered at.
                 */
                deliveredAt?: string;
                /**
                 * Format: date
                 * @description Estimated delivery.
                 */
                estimatedDelivery?: string;
                /** @description Lines. */
                lines?: {
                    /** @description Line number. */
                    lineNumber: string;
                    /**
                     * Format: decimal
                     * @description Quantity: a decimal number.
                     */
                    quantity: string;
                    /** @description SKU. */
                    sku?: string;
                }[];
                /** @description Service. */
                service?: string;
                /** @description Shipment ID. */
                shipmentId: string;
                /**
                 * Format: date-time
                 * @description Shipped at.
                 */
                shippedAt?: string;
                /** @description Tracking numbers. */
                trackingNumbers?: string[];
                /** @description Tracking URL. */
                trackingUrl?: string;
            }[];
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string;
            /** @description Source version. */
            sourceVersion?: string;
            /**
             * @description Status.
             * @enum {string}
             */
            status: "pending" | "processing" | "partially_shipped" | "shipped" | "delivered" | "cancelled" | "on_hold" | "returned" | "unknown";
            /**
             * Format: date-time
             * @description Status changed at.
             */
            statusChangedAt?: string;
            /** @description The ERP's own word for status. */
            statusRaw?: string;
        };
        /** Fields: Order status */
        ERPOrderStatusFields: {
            /** @description Company ID. */
            companyId?: string | null;
            /** @description Order external ID. */
            orderExternalId?: string | null;
            /** @description Order number. */
            orderNumber?: string | null;
            /** @description Shipments. */
            shipments?: {
                /** @description Carrier. */
                carrier?: string | null;
                /** @description Carrier code. */
                carrierCode?: string | null;
                /**
                 * Format: date-time
                 * @description Delivered at.
                 */
                deliveredAt?: string | null;
                /**
                 * Format: date
                 * @description Estimated delivery.
                 */
                estimatedDelivery?: string | null;
                /** @description Lines. */
                lines?: {
                    /** @description Line number. */
                    lineNumber?: string | null;
                    /**
                     * Format: decimal
                     * @description Quantity: a decimal number.
                     */
                    quantity?: string | number | null;
                    /** @description SKU. */
                    sku?: string | null;
                }[] | null;
                /** @description Service. */
                service?: string | null;
                /** @description Shipment ID. */
                shipmentId?: string | null;
                /**
                 * Format: date-time
                 * @description Shipped at.
                 */
                shippedAt?: string | null;
                /** @description Tracking numbers. */
                trackingNumbers?: string[] | null;
                /** @description Tracking URL. */
                trackingUrl?: string | null;
            }[] | null;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string | null;
            /** @description Source version. */
            sourceVersion?: string | null;
            /**
             * @description Status.
             * @enum {string|null}
             */
            status?: "pending" | "processing" | "partially_shipped" | "shipped" | "delivered" | "cancelled" | "on_hold" | "returned" | "unknown" | null;
            /**
             * Format: date-time
             * @description Status changed at.
             */
            statusChangedAt?: string | null;
            /** @description The ERP's own word for status. */
            statusRaw?: string | null;
        };
        ERPOrderStatusRecord: {
            /** @description The id of the open conflict; absent if there is none. */
            conflictId?: string;
            data: components["schemas"]["ERPOrderStatus"];
            /**
             * @description The kind of records. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            dataType: "order_status";
            /** @description The ERP's id of the record; null until it is known. */
            erpId: string | null;
            /** @description Why it was not pushed, in the ERP's own words. */
            error?: {
                /** @description The error code; `docs/errors.md` explains each. */
                code: string;
                /** @description What happened, in words. */
                message: string;
            };
            /** @description The id. */
            id: string;
            /**
             * @description Where it comes from.
             * @enum {string}
             */
            source: "erp" | "system";
            /**
             * @description uncertain: sent, but not answered; the ERP is asked for it before it is sent again.
             * @enum {string}
             */
            syncStatus: "pending" | "in_flight" | "uncertain" | "synced" | "conflict" | "error";
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
            /** @description Grows with every change of the record. */
            version: number;
        };
        ERPOverview: {
            /** @description What a navigation shows beside its links. */
            badges: {
                /** @description Conflicts that wait for a person. */
                conflicts: number;
                /** @description Open incidents. */
                incidents: number;
                /** @description Streams whose data are older than allowed. */
                lateStreams: number;
                /** @description How many things wait for a person now: open incidents, and one more each for rejects, refused records and conflicts, whose own incidents do not count. */
                needsYou: number;
                /** @description Open rejects. */
                rejects: number;
            };
            /** @description How many connections there are. */
            connections: {
                /** @description How many have each status. */
                byStatus: {
                    /** @description For "active". */
                    active: number;
                    /** @description For "error". */
                    error: number;
                    /** @description For "inactive". */
                    inactive: number;
                    /** @description For "testing". */
                    testing: number;
                };
                /** @description How many there are. */
                total: number;
            };
            /** @description Which connections of the last failures are degraded, longest first. */
            degraded: {
                /** @description The id of the connection. */
                erpConnectionId: string;
                /** @description The name. */
                name: string;
                /** @description Why. */
                reason: string;
                /**
                 * Format: date-time
                 * @description Since when.
                 */
                since: string;
            }[];
            /** @description The last 24 hours, the oldest first, by when syncs were requested; the last hour is not over yet. */
            hours: {
                /** @description How many of them failed. */
                failed: number;
                /**
                 * Format: date-time
                 * @description When the hour began.
                 */
                from: string;
                /** @description How many runs ended. */
                syncs: number;
            }[];
            /** @description Of all connections. */
            incidents: {
                /** @description Incidents that nobody takes care of yet. */
                open: number;
                /** @description Incidents that are not over, by severity. */
                unclosed: {
                    /** @description Critical ones. */
                    critical: number;
                    /** @description Warnings. */
                    warning: number;
                };
            };
            /** @description The runs of the last 24 hours. */
            last24Hours: {
                /** @description How many of them failed. */
                failed: number;
                /** @description 0 before the first. */
                successRate: number;
                /** @description How many runs ended. */
                syncs: number;
            };
            /** @description The last five, with hints. */
            lastFailures: components["schemas"]["ERPSyncLog"][];
            /** @description Of all connections. */
            records: {
                /** @description Records whose conflict waits for a person; `GET /erp/conflicts` lists them. */
                conflicts: number;
                /** @description Records that were rejected when they were last read; `GET /erp/rejects` lists them. */
                openRejects: number;
                /** @description Records that an ERP has refused; `syncStatus=error` lists those of a connection. */
                refused: number;
                /** @description Records that wait to be pushed. */
                waiting: number;
            };
            /** @description At most twenty. */
            running: components["schemas"]["ERPSyncLog"][];
            /** @description Of all connections. */
            streams: {
                /** @description Streams whose data are older than allowed; `GET /erp/streams?late=true` lists them. */
                late: number;
            };
            /** @description The next five scheduled syncs. */
            upcoming: {
                /**
                 * Format: date-time
                 * @description When it happened; of a schedule: when it will.
                 */
                at: string;
                /** @description The kind of records. */
                dataType: string;
                /** @description The id of the connection. */
                erpConnectionId: string;
            }[];
            /** @description At most twenty. */
            waiting: components["schemas"]["ERPSyncLog"][];
            /** @description What keeps syncs waiting: no worker is running, or somebody has paused or limited a queue at the board. Absent if nothing does. */
            warnings?: string[];
        };
        /** @description Raw records beside mapped and validated ones. No record is stored. */
        ERPPreview: {
            dataType: components["schemas"]["ERPDataType"];
            /** @description The files that were inspected; empty if the ERP has an API. */
            files: components["schemas"]["ERPPreviewedFile"][];
            /**
             * @description Which mapping was used: the request's, the stored one, or only the connector's own.
             * @enum {string}
             */
            mapping: "request" | "stored" | "none";
            /** @description The records that were read. */
            records: {
                /** @description What is wrong, one entry for each place. */
                errors: {
                    /** @description What happened, in words. */
                    message: string;
                    /** @description Where it is, as in `lines.0.sku`. */
                    path: string;
                    /** @description The value. */
                    value: unknown;
                }[];
                /** @description What the connector found in the row by itself, before the mapping. */
                found: components["schemas"]["ERPFoundInRow"];
                /** @description The id of the record after the mapping; empty if it has none. */
                id: string;
                /** @description The canonical fields before they are validated; null if the record was filtered or a transformation failed. */
                mapped: unknown;
                /** @description The row as the ERP sent it. */
                raw: unknown;
                /** @description The canonical record as a sync would store it; null if it would not be stored. */
                record: unknown;
                /** @description Whether a value of this entry was shortened because of its size. */
                shortened: boolean;
                /**
                 * @description The status.
                 * @enum {string}
                 */
                status: "accepted" | "filtered" | "rejected";
            }[];
            /** @description What a push would do with the fields of this mapping, if this ERP can be pushed to. */
            remarks?: components["schemas"]["ERPMappingRemark"][];
            /** @description How many records there are according to the ERP; null if it does not say. */
            total: number | null;
        };
        /** @description A file that a preview has inspected. */
        ERPPreviewedFile: {
            /** @description What to do so that the file is read as intended. */
            advice: string[];
            /** @description The columns of the file, and the field that each becomes. */
            columns: {
                /** @description The canonical field that it fills with the mapping in use; null if it fills none. */
                field: string | null;
                /** @description The name. */
                name: string;
            }[];
            /** @description The likely date format; "unknown" if several are possible, null without dates. */
            dateFormat: string | null;
            /** @description The likely decimal separator; "unknown" if the numbers allow both or contradict each other; null without decimals. */
            decimal: ("." | "," | "unknown") | null;
            /** @description What `decimal` and `dateFormat` are based on. */
            evidence: {
                /** @description The first cell that shows it. */
                cell: string;
                /** @description How many cells at the beginning of the file show it. */
                cells: number;
                /** @description Its name, or a path such as "Lines.Line.UnitPrice". */
                column: string;
                /**
                 * @description Which setting it is about.
                 * @enum {string}
                 */
                for: "decimal" | "dateFormat";
                /** @description The values that the cells allow; a single one is certain. */
                says: string[];
            }[];
            /** @description Why it cannot be read with the current settings; `format` and `settings` are then what its content suggests. Null if it can be read. */
            fault: string | null;
            /** @description Kind, encoding and options, in the form of the setting `format`. */
            format: {
                [key: string]: unknown;
            };
            /** @description Whether the file begins with a byte order mark. */
            hasByteOrderMark: boolean;
            /** @description Whether the format was detected from the file; otherwise the settings state it. */
            isFormatGuessed: boolean;
            /** @description The name. */
            name: string;
            /** @description What to save in the connection's settings, so that nothing has to be guessed. */
            settings: {
                [key: string]: unknown;
            };
        };
        /** @description Without fieldMapping, transformations and filters, the stored sync configuration is used; if any of them is given, only those given. */
        ERPPreviewRequestInput: {
            dataType: components["schemas"]["ERPDataTypeInput"];
            /**
             * @description Whether records are read from the ERP, written to it, or both.
             * @constant
             */
            direction?: "pull";
            /** @description Canonical field (or `id` for the record's id) → path in the row as the ERP sends it. Takes precedence over the connector's own mapping. */
            fieldMapping?: {
                [key: string]: string;
            };
            /** @description Conditions that a record must meet. */
            filters?: {
                /** @description A canonical field, or "raw." and a path into the row as the ERP sent it. */
                field: string;
                /**
                 * @description How the field is compared.
                 * @default eq
                 * @enum {string}
                 */
                operator?: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                /** @description The value. */
                value?: (string | number | boolean | null) | (string | number | boolean | null)[];
            }[];
            /**
             * @description How many records, from the first on.
             * @default 10
             */
            limit?: number;
            /** @description Changes of values, applied in their order. */
            transformations?: {
                /** @description A canonical field, or a path in one, as in `lines[].sku`. */
                field: string;
                /**
                 * @description What is done to the field.
                 * @enum {string}
                 */
                operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                /** @description How a push undoes this step: "strip" for pad, {pad: length} for strip_leading_zeros, "swap" for replace, {jsonata} for any. */
                push?: ("strip" | "swap") | {
                    /** @description The length to which zeros are added. */
                    pad: number;
                } | {
                    /** @description Over the outgoing record; `$value` is the field, `$fields` the record so far. */
                    jsonata: string;
                };
                /** @description The value. */
                value?: unknown;
            }[];
        };
        /** Products */
        ERPProduct: {
            /** @description Active. */
            active?: boolean;
            /** @description Barcode. */
            barcode?: string;
            /** @description Brand. */
            brand?: string;
            /** @description Category. */
            category?: string;
            /** @description Category ID. */
            categoryId?: string;
            /** @description Company ID. */
            companyId?: string;
            /**
             * Format: decimal
             * @description Cost: a decimal number.
             */
            cost?: string;
            /** @description Currency. */
            currency?: string;
            /** @description Description. */
            description?: string;
            /** @description Name. */
            name: string;
            /**
             * Format: decimal
             * @description Price: a decimal number.
             */
            price?: string;
            /** @description Price includes tax. */
            priceIncludesTax?: boolean;
            /**
             * Format: decimal
             * @description Price unit quantity: a decimal number.
             */
            priceUnitQuantity?: string;
            /** @description SKU. */
            sku: string;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string;
            /** @description Source version. */
            sourceVersion?: string;
            /**
             * @description Type.
             * @enum {string}
             */
            type?: "inventory" | "non_inventory" | "service" | "kit" | "unknown";
            /** @description The ERP's own word for type. */
            typeRaw?: string;
            /**
             * @description Unit of measure.
             * @example EA
             * @example PCE
             * @example BOX
             * @example SET
             * @example PAL
             * @example KG
             * @example G
             * @example L
             * @example M
             * @example MTK
             * @example HUR
             */
            uom?: string;
            /** @description The ERP's own word for uom. */
            uomRaw?: string;
            /**
             * Format: decimal
             * @description Weight: a decimal number.
             */
            weight?: string;
            /** @description Weight unit. */
            weightUnit?: string;
        };
        /** Fields: Products */
        ERPProductFields: {
            /** @description Active. */
            active?: boolean | null;
            /** @description Barcode. */
            barcode?: string | null;
            /** @description Brand. */
            brand?: string | null;
            /** @description Category. */
            category?: string | null;
            /** @description Category ID. */
            categoryId?: string | null;
            /** @description Company ID. */
            companyId?: string | null;
            /**
             * Format: decimal
             * @description Cost: a decimal number.
             */
            cost?: string | number | null;
            /** @description Currency. */
            currency?: string | null;
            /** @description Description. */
            description?: string | null;
            /** @description Name. */
            name?: string | null;
            /**
             * Format: decimal
             * @description Price: a decimal number.
             */
            price?: string | number | null;
            /** @description Price includes tax. */
            priceIncludesTax?: boolean | null;
            /**
             * Format: decimal
             * @description Price unit quantity: a decimal number.
             */
            priceUnitQuantity?: string | number | null;
            /** @description SKU. */
            sku?: string | null;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string | null;
            /** @description Source version. */
            sourceVersion?: string | null;
            /**
             * @description Type.
             * @enum {string|null}
             */
            type?: "inventory" | "non_inventory" | "service" | "kit" | "unknown" | null;
            /** @description The ERP's own word for type. */
            typeRaw?: string | null;
            /**
             * @description Unit of measure.
             * @example EA
             * @example PCE
             * @example BOX
             * @example SET
             * @example PAL
             * @example KG
             * @example G
             * @example L
             * @example M
             * @example MTK
             * @example HUR
             */
            uom?: string | null;
            /** @description The ERP's own word for uom. */
            uomRaw?: string | null;
            /**
             * Format: decimal
             * @description Weight: a decimal number.
             */
            weight?: string | number | null;
            /** @description Weight unit. */
            weightUnit?: string | null;
        };
        ERPProductRecord: {
            /** @description The id of the open conflict; absent if there is none. */
            conflictId?: string;
            data: components["schemas"]["ERPProduct"];
            /**
             * @description The kind of records. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            dataType: "products";
            /** @description The ERP's id of the record; null until it is known. */
            erpId: string | null;
            /** @description Why it was not pushed, in the ERP's own words. */
            error?: {
                /** @description The error code; `docs/errors.md` explains each. */
                code: string;
                /** @description What happened, in words. */
                message: string;
            };
            /** @description The id. */
            id: string;
            /**
             * @description Where it comes from.
             * @enum {string}
             */
            source: "erp" | "system";
            /**
             * @description uncertain: sent, but not answered; the ERP is asked for it before it is sent again.
             * @enum {string}
             */
            syncStatus: "pending" | "in_flight" | "uncertain" | "synced" | "conflict" | "error";
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
            /** @description Grows with every change of the record. */
            version: number;
        };
        ERPProvider: {
            /** @description The fields of `settings` whose values `GET /erp/connections/{id}/choices/{field}` lists from the ERP. */
            choices: {
                /** @description A canonical field, or a path in one, as in `lines[].sku`. */
                field: string;
                /** @description What is listed. */
                title: string;
            }[];
            /**
             * @description How the ERP is reached.
             * @enum {string}
             */
            connectionMethod: "api" | "doi" | "sftp";
            /** @description The id of the connector. */
            connector: string;
            /** @description JSON Schema of `credentials`; a secret field has `"secret": true`. */
            credentials: {
                [key: string]: unknown;
            };
            /** @description The data types that it can sync. */
            dataTypes: {
                dataType: components["schemas"]["ERPDataType"];
                /** @description In which directions it can be synced. */
                directions: ("pull" | "push" | "bidirectional")[];
                /** @description The connector's own mapping. A `fieldMapping` takes precedence over it. */
                fieldSources: {
                    /** @description The canonical field, or `id` for the id of the record. */
                    field: string;
                    /** @description How the value is made, if it is not simply copied. */
                    note?: string;
                    /** @description Names or paths in the row of the ERP. If one is enough, the first that has a value is taken. */
                    sources: string[];
                }[];
                /** @description Whether a sync can read only what has changed. */
                incremental: boolean;
            }[];
            /** @description The value of `settings.product` that chooses this connector, if the provider has several; the first listed is the default. */
            product?: string;
            /**
             * @description Who made the ERP.
             * @enum {string}
             */
            provider: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
            /** @description The credential fields that are secret. */
            secretFields: string[];
            /** @description JSON Schema of `settings`. */
            settings: {
                [key: string]: unknown;
            };
            /** @description The ways to sign in, the commonest first. Fields of no way belong to all of them. Empty if there is only one way. */
            signIn: {
                /** @description The fields of `credentials` that it needs or may have. */
                fields: string[];
                /**
                 * @description password: user and password · api-key · token: one that was made elsewhere · client-credentials: of OAuth 2.0 · certificate: of TLS · key-pair: Linkspan signs with the private key · assertion: a signed one that was made elsewhere · token-pairs: OAuth 1.0a.
                 * @enum {string}
                 */
                kind: "password" | "api-key" | "token" | "client-credentials" | "certificate" | "key-pair" | "assertion" | "token-pairs";
            }[];
            /** @description The title. */
            title: string;
        };
        /** @description What would be sent to the ERP for one record. Nothing is stored or sent. */
        ERPPushPreview: {
            dataType: components["schemas"]["ERPDataType"];
            /**
             * @description Whether records are read from the ERP, written to it, or both.
             * @constant
             */
            direction: "push";
            /** @description Values that the mapping cannot turn round. */
            errors: {
                /** @description What happened, in words. */
                message: string;
                /** @description Where it is, as in `lines.0.sku`. */
                path: string;
                /** @description The value. */
                value: unknown;
            }[];
            /**
             * @description Which mapping was used: the request's, the stored one, or only the connector's own.
             * @enum {string}
             */
            mapping: "request" | "stored" | "none";
            /** @description What happened, in words. */
            message: {
                /** @description As it would be sent, with "[redacted]" in place of each secret. */
                body: string;
                /** @description The content type of the message. */
                contentType: string;
                /** @description The HTTP method; null if a file is written. */
                method: string | null;
                /** @description Whether `body` was cut because of its size. */
                shortened: boolean;
                /** @description The URL, or the path of the file. */
                target: string;
            } | null;
            /** @description Values of a new record that are not sent, because the ERP works them out itself or the connector has no place for them. */
            notSent: {
                /** @description What happened, in words. */
                message: string;
                /** @description Where it is, as in `lines.0.sku`. */
                path: string;
                /** @description The value. */
                value: unknown;
            }[];
            /** @description Fields that have a value here and are not sent, because the mapping cannot be turned round. */
            readOnly: string[];
            /** @description Why. */
            reason: string | null;
            /** @description What a push does with the fields of the mapping. */
            remarks: components["schemas"]["ERPMappingRemark"][];
            /**
             * @description "send": `message` would be sent. "unchanged": nothing would be, because the record says nothing new that the ERP can be sent. "refused": it would end in an error or wait in a conflict, see `reason`.
             * @enum {string}
             */
            status: "send" | "unchanged" | "refused";
        };
        /** @description Without fieldMapping, transformations and filters, the stored sync configuration is used; if any of them is given, only those given. */
        ERPPushPreviewRequestInput: {
            dataType: components["schemas"]["ERPDataTypeInput"];
            /**
             * @description Whether records are read from the ERP, written to it, or both.
             * @constant
             */
            direction: "push";
            /** @description Canonical field (or `id` for the record's id) → path in the row as the ERP sends it. Takes precedence over the connector's own mapping. */
            fieldMapping?: {
                [key: string]: string;
            };
            /** @description Conditions that a record must meet. */
            filters?: {
                /** @description A canonical field, or "raw." and a path into the row as the ERP sent it. */
                field: string;
                /**
                 * @description How the field is compared.
                 * @default eq
                 * @enum {string}
                 */
                operator?: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                /** @description The value. */
                value?: (string | number | boolean | null) | (string | number | boolean | null)[];
            }[];
            /** @description As it would be posted to the records of the connection. */
            record: components["schemas"]["ERPWrittenRecordInput"];
            /** @description Changes of values, applied in their order. */
            transformations?: {
                /** @description A canonical field, or a path in one, as in `lines[].sku`. */
                field: string;
                /**
                 * @description What is done to the field.
                 * @enum {string}
                 */
                operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                /** @description How a push undoes this step: "strip" for pad, {pad: length} for strip_leading_zeros, "swap" for replace, {jsonata} for any. */
                push?: ("strip" | "swap") | {
                    /** @description The length to which zeros are added. */
                    pad: number;
                } | {
                    /** @description Over the outgoing record; `$value` is the field, `$fields` the record so far. */
                    jsonata: string;
                };
                /** @description The value. */
                value?: unknown;
            }[];
        };
        /** @description A record as it is stored. Its `dataType` says which fields `data` has. `version` counts its changes. */
        ERPRecord: components["schemas"]["ERPOrderRecord"] | components["schemas"]["ERPProductRecord"] | components["schemas"]["ERPOrderStatusRecord"] | components["schemas"]["ERPInventoryRecord"] | components["schemas"]["ERPEmployeeRecord"] | components["schemas"]["ERPInvoiceRecord"];
        ERPRejectGroup: {
            /** @description The later runs that have accepted records of the group, and how many. At most five. */
            accepted: {
                /** @description How many records it has accepted. */
                count: number;
                /** @description The run; absent if there was none. */
                syncLogId: string;
            }[];
            /** @description How many of the kept rejects of the run have this fault. */
            count: number;
            /** @description How many of their records are still open. */
            open: number;
            /** @description The field that was at fault, as in `price` or `lines.0.sku`. */
            path: string;
            /** @description Why. */
            reason: string;
            /** @description The commonest values at the path, at most five. */
            values: {
                /** @description How many rejects have the value. */
                count: number;
                /** @description The value. */
                value: unknown;
            }[];
        };
        ERPReprocessed: {
            /** @description Why it was refused. */
            code?: string;
            /** @description The id. */
            id: string;
            /** @description The same in words. */
            message?: string;
            /**
             * @description started: a run reads the record again, with the current mapping; joined: a run that has not begun does; closed: the record is no longer rejected; refused: nothing reads it, for the reason in `message`.
             * @enum {string}
             */
            outcome: "started" | "joined" | "closed" | "refused";
            /** @description The run that reads the record again, or that has closed the reject. */
            syncLogId?: string;
        };
        ERPReprocessRequestInput: {
            /** @description The ids of open rejects, as `GET /erp/rejects` and the rejects of a sync log show them. */
            ids: string[];
        };
        /** @description What became of one time at which a schedule was due. */
        ERPScheduleSlot: {
            /**
             * Format: date-time
             * @description When it was due.
             */
            dueAt: string;
            /** @description How late it ran. */
            lateSeconds?: number;
            /** @description Why. */
            reason?: string;
            /**
             * @description ran: it started a run; joined: a run was already under way; caught_up: it was missed, and a later run made up for it; skipped: see reason.
             * @enum {string}
             */
            state: "ran" | "joined" | "caught_up" | "skipped";
            /** @description The run; absent if there was none. */
            syncLogId?: string;
        };
        ERPSearchHit: {
            /** @description The client that the connection serves; absent if it serves none, or several. */
            clientId?: string;
            /** @description The name of the connection. */
            connectionName: string;
            dataType: components["schemas"]["ERPDataType"];
            /** @description The id of the connection. */
            erpConnectionId: string;
            /** @description Whether the key is the text, and does not only begin with it. */
            exact: boolean;
            /** @description The canonical field that holds the key, or `id`, `erpId`, or `reference` for the external reference under which it was sent. */
            field: string;
            /** @description What the record is known by, as it is stored; masked if it is personal and the caller a viewer. */
            key: string;
            /** @description The id of the record. */
            recordId: string;
            /** @description The site that the connection serves; absent if it serves none, or several. */
            siteId?: string;
            /**
             * @description uncertain: sent, but not answered; the ERP is asked for it before it is sent again.
             * @enum {string}
             */
            syncStatus: "pending" | "in_flight" | "uncertain" | "synced" | "conflict" | "error";
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
        };
        /** @description A site that was assigned a connection or given a name, with the ERP that serves it. */
        ERPSite: {
            /** @description In the order in which they were assigned. */
            assignments: components["schemas"]["SiteERPAssignment"][];
            /** @description The platform's id of the client. */
            clientId: string;
            effective: components["schemas"]["SiteERP"];
            /** @description The id. */
            id: string;
            /** @description The name by which people know it; absent if it was given none. */
            name?: string;
        };
        ERPStock: {
            /** @description The id of the connection. */
            erpConnectionId: string;
            /** @description The canonical inventory record of each location. */
            locations: {
                [key: string]: unknown;
            }[];
            /** @description The sum over all locations; if a location does not state it, on hand minus reserved counts. */
            quantityAvailable: string;
            /** @description The sum over all locations, as a decimal string. */
            quantityOnHand: string;
            /** @description The SKU. */
            sku: string;
            /** @description The unit of the sums; null if the locations have different ones. */
            uom: string | null;
            /**
             * Format: date-time
             * @description The latest change of any of them.
             */
            updatedAt: string;
        };
        /** @description One data type of one connection, in one direction. */
        ERPStream: {
            /** @description Records of the data type whose conflict waits for a person. */
            conflicts: number;
            /** @description The id of the connection. */
            connectionId: string;
            /** @description The name of the connection. */
            connectionName: string;
            /**
             * @description The status of the connection.
             * @enum {string}
             */
            connectionStatus: "active" | "inactive" | "error" | "testing";
            dataType: components["schemas"]["ERPDataType"];
            /**
             * @description Whether records are read from the ERP, written to it, or both.
             * @enum {string}
             */
            direction: "pull" | "push" | "bidirectional";
            /** @description Further records that the last run with too many rejects has rejected, beyond the 10,000 that are kept; absent if there are none. */
            droppedRejects?: number;
            /** @description How old its data are, and how old they may be. */
            freshness: {
                /** @description Seconds since the last success; before the first one, since the data are asked for. Absent if nobody asks for them. */
                ageSeconds?: number;
                /** @description The age that is allowed: `settings.freshness`, else the time in which the schedule is due twice. Absent if there is neither. */
                allowedSeconds?: number;
                /** @description Whether it is older than allowed. */
                late: boolean;
                /**
                 * Format: date-time
                 * @description Since when it has been late.
                 */
                lateSince?: string;
            };
            /** @description How the connection fares. */
            health: {
                /**
                 * Format: date-time
                 * @description When the ERP's certificate ends, as the last test has seen it.
                 */
                certificateExpiresAt?: string;
                /**
                 * Format: date-time
                 * @description When the connection was tested last.
                 */
                checkedAt?: string;
                /** @description How far the ERP's clock is ahead of ours, in ms; negative if it is behind. ERPs tell their time to the second. */
                clockOffsetMs?: number;
                /** @description How many runs of one data type in a row have failed; the most of any data type. While it is open: of all data types together. */
                failuresInARow: number;
                /**
                 * Format: date-time
                 * @description When a run succeeded last, in any data type.
                 */
                lastSuccessAt?: string;
                /** @description The outcome of the last test. */
                message?: string;
                /**
                 * Format: date-time
                 * @description When Linkspan tests the ERP next, while it is open.
                 */
                nextProbeAt?: string;
                /** @description Why it is degraded or open. */
                reason?: string;
                /** @description Data types that could not be read while others could: they are not pulled until the connection is changed or a test passes. */
                refusedDataTypes?: {
                    /** @description The error code; `docs/errors.md` explains each. */
                    code: string;
                    dataType: components["schemas"]["ERPDataType"];
                    /** @description What happened, in words. */
                    message: string;
                }[];
                /** @description How long the last test took, in ms. */
                responseTime?: number;
                /**
                 * Format: date-time
                 * @description Since when it has been so.
                 */
                since: string;
                /**
                 * @description unknown: neither tested nor synced yet. degraded: the last test failed and nothing has succeeded since, or 3 runs of one data type in a row have failed. open: the ERP cannot be worked with, so syncs wait and Linkspan tests it from time to time. probing: such a test is under way, or has passed, and one sync shows whether the ERP is back.
                 * @enum {string}
                 */
                state: "unknown" | "healthy" | "degraded" | "open" | "probing";
            };
            /** @description The last run that has ended; absent before the first, and once its log has been removed. */
            lastRun?: components["schemas"]["ERPSyncLog"];
            /**
             * Format: date-time
             * @description When a run last ended in a proven success. Dry runs do not count.
             */
            lastSuccessAt?: string;
            /**
             * Format: date-time
             * @description When its schedule starts it next; absent if no schedule does.
             */
            nextDueAt?: string;
            /** @description Records of the data type that were rejected when they were last read; counted up to 10,000. */
            openRejects: number;
            /** @description The written records of the data type that are not in the ERP yet, by state. */
            outbox: {
                /** @description Waiting for the decision of a conflict. */
                conflict: number;
                /** @description Refused by the ERP. */
                error: number;
                /** @description Being sent. */
                in_flight: number;
                /** @description Waiting to be pushed. */
                pending: number;
                /** @description Sent without an answer: Linkspan is finding out whether they have arrived. */
                uncertain: number;
            };
            /** @description The time between the next two due times of its schedule. */
            periodSeconds?: number;
            /** @description The run that works on it, or waits to; absent if there is none. */
            runningRun?: components["schemas"]["ERPSyncLog"];
            /** @description The sync configuration that it follows; absent if it has none. */
            syncConfigId?: string;
            /** @description Up to where the ERP's changes have been read, by the ERP's own times or marks. */
            watermark?: string;
        };
        /** @description What came and what became of it, and what was decided about it as the run ended. */
        ERPSyncBalance: {
            /** @description Whether the run is proven complete. Absent while the run is open. */
            closes?: boolean;
            /** @description Whether the last page is stored; for a push: whether it has come to its end. */
            complete: boolean;
            /** @description The different records that came. Absent unless the ERP announced how many there are. */
            distinct?: number;
            /** @description The lines. */
            lines: components["schemas"]["ERPSyncBalanceLine"][];
            /** @description How many of the announced records never came. Absent while the run is open, and if none were announced. */
            missing?: number;
        };
        /** @description One line of the balance of a run. */
        ERPSyncBalanceLine: {
            /** @description Whether this line is as it must be. Absent while the run is open, and if nothing can be said. */
            closes?: boolean;
            /** @description Absent as long as it is not known. */
            count?: number;
            /**
             * @description announced: by the ERP · distinct: the different records that came · read: all records that came · pages: stored · pending: what a push had to deal with.
             * @enum {string}
             */
            name: "announced" | "distinct" | "read" | "pages" | "pending";
            /** @description What the count is the sum of. */
            parts?: {
                /** @description Absent as long as it is not known. */
                count?: number;
                /**
                 * @description The name.
                 * @enum {string}
                 */
                name: "created" | "updated" | "unchanged" | "filtered" | "rejected" | "taken" | "refused" | "conflicted" | "uncertain" | "waiting";
            }[];
        };
        /** @description What is synced, how and when. */
        ERPSyncConfiguration: {
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            dataType: components["schemas"]["ERPDataType"];
            /**
             * @description Whether records are read from the ERP, written to it, or both.
             * @enum {string}
             */
            direction: "pull" | "push" | "bidirectional";
            /** @description Whether it is in force. */
            enabled: boolean;
            /** @description The id of the connection. */
            erpConnectionId: string;
            /** @description The id. */
            id: string;
            /**
             * Format: date-time
             * @description When the last run ended.
             */
            lastSyncAt?: string;
            /**
             * Format: date-time
             * @description When it is due next; absent if it is not scheduled.
             */
            nextSyncAt?: string;
            /** @description Why it has no next time although it is enabled and has a schedule, and what to do. */
            notScheduledBecause?: string;
            /**
             * Format: date-time
             * @description Until when its schedule makes a pause. What is due before is skipped and shown as skipped; afterwards it goes on by itself. A time in the past means nothing.
             */
            pausedUntil?: string;
            /** @description What a push does with the fields of the mapping; absent if there is nothing to say, or if the direction is "pull". */
            remarks?: components["schemas"]["ERPMappingRemark"][];
            /**
             * @description Counts its changes, from 1 when it was created.
             * @default 0
             */
            revision: number;
            /** @description The cron expression, of five fields. */
            schedule?: string;
            /** @description The settings. */
            settings: {
                /**
                 * @description Whether the schedule is followed.
                 * @default true
                 */
                autoSync: boolean;
                /**
                 * @description Who wins if both sides have changed a field.
                 * @default erp_wins
                 * @enum {string}
                 */
                conflictResolution: "erp_wins" | "system_wins" | "newest_wins" | "manual";
                /** @description Canonical field (or `id` for the record's id) → path in the row as the ERP sends it. Takes precedence over the connector's own mapping. */
                fieldMapping?: {
                    [key: string]: string;
                };
                /** @description Conditions that a record must meet. */
                filters?: {
                    /** @description A canonical field, or "raw." and a path into the row as the ERP sent it. */
                    field: string;
                    /**
                     * @description How the field is compared.
                     * @default eq
                     * @enum {string}
                     */
                    operator: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    /** @description The value. */
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                }[];
                /** @description In minutes; used if there is no cron expression. */
                syncInterval?: number;
                /**
                 * @description Whether people may start a sync.
                 * @default true
                 */
                syncOnDemand: boolean;
                /** @description Changes of values, applied in their order. */
                transformations?: {
                    /** @description A canonical field, or a path in one, as in `lines[].sku`. */
                    field: string;
                    /**
                     * @description What is done to the field.
                     * @enum {string}
                     */
                    operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                    /** @description How a push undoes this step: "strip" for pad, {pad: length} for strip_leading_zeros, "swap" for replace, {jsonata} for any. */
                    push?: ("strip" | "swap") | {
                        /** @description The length to which zeros are added. */
                        pad: number;
                    } | {
                        /** @description Over the outgoing record; `$value` is the field, `$fields` the record so far. */
                        jsonata: string;
                    };
                    /** @description The value. */
                    value?: unknown;
                }[];
            };
            /** @description Only in the answer to a change of `conflictResolution`: how many open conflicts the new strategy would settle. */
            settleableConflicts?: number;
            /**
             * @description The status.
             * @enum {string}
             */
            status: "idle" | "syncing" | "success" | "error" | "scheduled";
            /** @description The IANA time zone. */
            timezone?: string;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
            /** @description Who changed it last; absent if that was before revisions were kept. */
            updatedBy?: string;
        };
        /** @description A JSON merge patch (RFC 7396): objects are merged at every depth, null deletes a field or sets it back to its default, and lists are replaced. */
        ERPSyncConfigurationChangeInput: {
            /** @description Whether it is in force. */
            enabled?: boolean;
            /** @description Until when its schedule makes a pause. What is due before is skipped and shown as skipped; afterwards it goes on by itself. A time in the past means nothing. */
            pausedUntil?: string | null;
            /** @description The cron expression, of five fields. */
            schedule?: string | null;
            /** @description The settings. */
            settings?: {
                /** @description Whether the schedule starts syncs. */
                autoSync?: boolean | null;
                /** @description Who wins if both sides have changed a field. */
                conflictResolution?: ("erp_wins" | "system_wins" | "newest_wins" | "manual") | null;
                /** @description Canonical field → path in the row as the ERP sends it. */
                fieldMapping?: {
                    [key: string]: string | null;
                } | null;
                /** @description Conditions that a record must meet. */
                filters?: {
                    /** @description A canonical field, or "raw." and a path into the row as the ERP sent it. */
                    field: string;
                    /**
                     * @description How the field is compared.
                     * @default eq
                     * @enum {string}
                     */
                    operator?: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    /** @description The value. */
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                }[] | null;
                /** @description Every how many minutes it is due, if there is no cron expression. */
                syncInterval?: number | null;
                /** @description Whether people may start syncs. */
                syncOnDemand?: boolean | null;
                /** @description Changes of values, applied in their order. */
                transformations?: {
                    /** @description A canonical field, or a path in one, as in `lines[].sku`. */
                    field: string;
                    /**
                     * @description What is done to the field.
                     * @enum {string}
                     */
                    operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                    /** @description How a push undoes this step: "strip" for pad, {pad: length} for strip_leading_zeros, "swap" for replace, {jsonata} for any. */
                    push?: ("strip" | "swap") | {
                        /** @description The length to which zeros are added. */
                        pad: number;
                    } | {
                        /** @description Over the outgoing record; `$value` is the field, `$fields` the record so far. */
                        jsonata: string;
                    };
                    /** @description The value. */
                    value?: unknown;
                }[] | null;
            };
            /** @description The IANA time zone. */
            timezone?: string | null;
        };
        /** @description All that can be changed of a sync configuration. */
        ERPSyncConfigurationContentInput: {
            /**
             * @description Whether it is in force.
             * @default true
             */
            enabled?: boolean;
            /**
             * Format: date-time
             * @description Until when its schedule makes a pause. What is due before is skipped and shown as skipped; afterwards it goes on by itself. A time in the past means nothing.
             */
            pausedUntil?: string;
            /** @description The cron expression, of five fields. */
            schedule?: string;
            /**
             * @description The settings.
             * @default {}
             */
            settings?: {
                /**
                 * @description Whether the schedule is followed.
                 * @default true
                 */
                autoSync?: boolean;
                /**
                 * @description Who wins if both sides have changed a field.
                 * @default erp_wins
                 * @enum {string}
                 */
                conflictResolution?: "erp_wins" | "system_wins" | "newest_wins" | "manual";
                /** @description Canonical field (or `id` for the record's id) → path in the row as the ERP sends it. Takes precedence over the connector's own mapping. */
                fieldMapping?: {
                    [key: string]: string;
                };
                /** @description Conditions that a record must meet. */
                filters?: {
                    /** @description A canonical field, or "raw." and a path into the row as the ERP sent it. */
                    field: string;
                    /**
                     * @description How the field is compared.
                     * @default eq
                     * @enum {string}
                     */
                    operator?: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    /** @description The value. */
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                }[];
                /** @description In minutes; used if there is no cron expression. */
                syncInterval?: number;
                /**
                 * @description Whether people may start a sync.
                 * @default true
                 */
                syncOnDemand?: boolean;
                /** @description Changes of values, applied in their order. */
                transformations?: {
                    /** @description A canonical field, or a path in one, as in `lines[].sku`. */
                    field: string;
                    /**
                     * @description What is done to the field.
                     * @enum {string}
                     */
                    operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                    /** @description How a push undoes this step: "strip" for pad, {pad: length} for strip_leading_zeros, "swap" for replace, {jsonata} for any. */
                    push?: ("strip" | "swap") | {
                        /** @description The length to which zeros are added. */
                        pad: number;
                    } | {
                        /** @description Over the outgoing record; `$value` is the field, `$fields` the record so far. */
                        jsonata: string;
                    };
                    /** @description The value. */
                    value?: unknown;
                }[];
            };
            /** @description The IANA time zone. */
            timezone?: string;
        };
        ERPSyncConfigurationKeptContent: {
            /**
             * @description Whether it is in force.
             * @default true
             */
            enabled: boolean;
            /**
             * Format: date-time
             * @description Until when its schedule makes a pause. What is due before is skipped and shown as skipped; afterwards it goes on by itself. A time in the past means nothing.
             */
            pausedUntil?: string;
            /** @description The cron expression, of five fields. */
            schedule?: string;
            /** @description The settings. */
            settings: {
                /**
                 * @description Whether the schedule is followed.
                 * @default true
                 */
                autoSync: boolean;
                /**
                 * @description Who wins if both sides have changed a field.
                 * @default erp_wins
                 * @enum {string}
                 */
                conflictResolution: "erp_wins" | "system_wins" | "newest_wins" | "manual";
                /** @description Canonical field (or `id` for the record's id) → path in the row as the ERP sends it. Takes precedence over the connector's own mapping. */
                fieldMapping?: {
                    [key: string]: string;
                };
                /** @description Conditions that a record must meet. */
                filters?: {
                    /** @description A canonical field, or "raw." and a path into the row as the ERP sent it. */
                    field: string;
                    /**
                     * @description How the field is compared.
                     * @default eq
                     * @enum {string}
                     */
                    operator: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    /** @description The value. */
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                }[];
                /** @description In minutes; used if there is no cron expression. */
                syncInterval?: number;
                /**
                 * @description Whether people may start a sync.
                 * @default true
                 */
                syncOnDemand: boolean;
                /** @description Changes of values, applied in their order. */
                transformations?: {
                    /** @description A canonical field, or a path in one, as in `lines[].sku`. */
                    field: string;
                    /**
                     * @description What is done to the field.
                     * @enum {string}
                     */
                    operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                    /** @description How a push undoes this step: "strip" for pad, {pad: length} for strip_leading_zeros, "swap" for replace, {jsonata} for any. */
                    push?: ("strip" | "swap") | {
                        /** @description The length to which zeros are added. */
                        pad: number;
                    } | {
                        /** @description Over the outgoing record; `$value` is the field, `$fields` the record so far. */
                        jsonata: string;
                    };
                    /** @description The value. */
                    value?: unknown;
                }[];
            };
            /** @description The IANA time zone. */
            timezone?: string;
        };
        ERPSyncConfigurationRevision: {
            /**
             * Format: date-time
             * @description When the configuration was changed to this.
             */
            at: string;
            /** @description Who changed it; absent if that is not known. */
            by?: string;
            content: components["schemas"]["ERPSyncConfigurationKeptContent"];
            /** @description Whether it is the present state. */
            isCurrent: boolean;
            /** @description Its number: one more than the revision before. 0: it is from before revisions were kept. */
            revision: number;
        };
        /** @description One run of one data type. */
        ERPSyncLog: {
            /** @description How many executions failed and were retried, plus the last one. */
            attempts: number;
            /** @description Absent in logs that ended before it was kept. */
            balance?: components["schemas"]["ERPSyncBalance"];
            /**
             * Format: date-time
             * @description When it ended; absent until then.
             */
            completedAt?: string;
            dataType: components["schemas"]["ERPDataType"];
            /**
             * @description Whether records are read from the ERP, written to it, or both.
             * @enum {string}
             */
            direction: "pull" | "push" | "bidirectional";
            /**
             * @description The dry run tried a mapping that came with the request; absent if it did not.
             * @constant
             */
            draftMapping?: true;
            /** @description Whether the run stores no record and only reports what would happen. */
            dryRun: boolean;
            /** @description Seconds from startedAt to completedAt. */
            duration?: number;
            /** @description The id of the connection. */
            erpConnectionId: string;
            /** @description Why the run failed, and what helps. */
            errorDetails?: {
                /** @description The error code; `docs/errors.md` explains each. */
                code: string;
                /** @description More about it, for machines. */
                details: {
                    [key: string]: unknown;
                };
                /** @description What to do about it. */
                hint: string;
                /**
                 * @description Who acts: setup: an administrator; record: the owner of the record; transient and wait: nobody, Linkspan goes on by itself; request: who asked for the run; bug: the developers.
                 * @enum {string}
                 */
                kind?: "request" | "setup" | "record" | "transient" | "wait" | "bug";
                /** @description What happened, in words. */
                message: string;
                /** @description Whether trying again may help. */
                retryable: boolean;
                /** @description The failure in a few words; absent if this version does not know its code. */
                title?: string;
            };
            /** @description Why the run failed, in words. */
            errorMessage?: string;
            /** @description Fields that both sides had changed, in which the strategy dropped one value; the entries name them. */
            fieldsOverridden: number;
            /** @description The id. */
            id: string;
            /**
             * @description Whether everything is read, or only what has changed.
             * @enum {string}
             */
            mode: "full" | "incremental";
            /** @description Pages stored so far. */
            pages: number;
            /** @description In percent; 0 until the end if the ERP announces no total. */
            progress: number;
            /** @description Changed by both sides; they now wait for a person. */
            recordsConflicted: number;
            /** @description How many records are new. */
            recordsCreated: number;
            /** @description How many records the ERP no longer has. */
            recordsDeleted: number;
            /** @description How many of the unchanged are our own pushes that the ERP returned. */
            recordsEchoed: number;
            /** @description rejected by us, or refused by the ERP; see /rejects */
            recordsFailed: number;
            /** @description How many records the filters left out. */
            recordsFiltered: number;
            /** @description Records in which changes of both sides were put together. */
            recordsMerged: number;
            /** @description recordsSuccess + recordsFailed */
            recordsProcessed: number;
            /** @description Accepted by the ERP. */
            recordsPushed: number;
            /** @description All records that the ERP gave. */
            recordsRead: number;
            /** @description created + updated + unchanged, and pushed */
            recordsSuccess: number;
            /** @description The number of records that the ERP announced, if it did. */
            recordsTotal?: number;
            /** @description How many records were stored already. */
            recordsUnchanged: number;
            /** @description How many records have changed. */
            recordsUpdated: number;
            /** @description Only what the ERP has changed since this time was requested. */
            since?: string;
            /**
             * Format: date-time
             * @description When it began to work; while it waits, when it was requested.
             */
            startedAt: string;
            /**
             * @description The status.
             * @enum {string}
             */
            status: "idle" | "scheduled" | "syncing" | "success" | "error";
            /** @description Somebody has cancelled it. It ends as soon as what it has in hand is stored. */
            stopping?: boolean;
            /** @description The sync configuration that the run follows; absent if there is none. */
            syncConfigId?: string;
            /**
             * @description What started the run.
             * @enum {string}
             */
            trigger: "manual" | "schedule" | "webhook" | "retry";
        };
        ERPSyncLogEntry: {
            /**
             * Format: date-time
             * @description When it happened; of a schedule: when it will.
             */
            at: string;
            /** @description More about it, for machines. */
            details?: {
                [key: string]: unknown;
            };
            /**
             * @description How serious it is.
             * @enum {string}
             */
            level: "info" | "warn" | "error";
            /** @description What happened, in words. */
            message: string;
        };
        ERPSyncReject: {
            /** @description The run that has accepted the record, or that did not find it any more. */
            closedBy?: string;
            /** @description What is wrong, one entry for each place. */
            errors: {
                /** @description What happened, in words. */
                message: string;
                /** @description Where it is, as in `lines.0.sku`. */
                path: string;
                /** @description The value. */
                value: unknown;
            }[];
            /** @description The id of the open reject, to reprocess it; absent if the record is not open. */
            id?: string;
            /** @description From 1; 0 in a push. */
            page: number;
            /** @description The row as the ERP sent it, while the record is open; absent if it is not kept. */
            raw?: unknown;
            /**
             * @description Parts of `raw` were left out, because it was too large.
             * @constant
             */
            rawShortened?: true;
            /** @description Its id: the ERP's in a pull, empty if it had none; ours in a push. */
            recordId: string;
            /** @description Its place in the page, from 1; absent if several rows were rejected together. */
            row?: number;
            /** @description Tells a row without an id from others. */
            rowHash?: string;
            /**
             * @description What became of the record: open: it was rejected when it was last read; accepted: a later run has accepted it; written: the system has written it; gone: a run of everything has not rejected it again. Absent in a dry run and in a push, and if it is not known any more.
             * @enum {string}
             */
            state?: "open" | "accepted" | "written" | "gone";
        };
        ERPSyncRequestInput: {
            dataType: components["schemas"]["ERPDataTypeInput"];
            /**
             * @description Whether records are read from the ERP, written to it, or both.
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
             * @description Syncs although the ERP could not be worked with lately, so that syncs wait (`connection.circuit-open`).
             * @default false
             */
            force?: boolean;
            /** @description The mapping to try in place of the stored one. Only for a dry run that pulls; at most 100,000 characters. */
            mapping?: {
                /** @description Canonical field (or `id` for the record's id) → path in the row as the ERP sends it. Takes precedence over the connector's own mapping. */
                fieldMapping?: {
                    [key: string]: string;
                };
                /** @description Conditions that a record must meet. */
                filters?: {
                    /** @description A canonical field, or "raw." and a path into the row as the ERP sent it. */
                    field: string;
                    /**
                     * @description How the field is compared.
                     * @default eq
                     * @enum {string}
                     */
                    operator?: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    /** @description The value. */
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                }[];
                /** @description Changes of values, applied in their order. */
                transformations?: {
                    /** @description A canonical field, or a path in one, as in `lines[].sku`. */
                    field: string;
                    /**
                     * @description What is done to the field.
                     * @enum {string}
                     */
                    operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                    /** @description How a push undoes this step: "strip" for pad, {pad: length} for strip_leading_zeros, "swap" for replace, {jsonata} for any. */
                    push?: ("strip" | "swap") | {
                        /** @description The length to which zeros are added. */
                        pad: number;
                    } | {
                        /** @description Over the outgoing record; `$value` is the field, `$fields` the record so far. */
                        jsonata: string;
                    };
                    /** @description The value. */
                    value?: unknown;
                }[];
            };
            /**
             * @description full: reads everything again; incremental: reads what has changed since the last success, if the ERP can tell.
             * @default incremental
             * @enum {string}
             */
            mode?: "full" | "incremental";
            /**
             * Format: date-time
             * @description Reads again what has changed since this time, whatever was read before.
             */
            since?: string;
        };
        ERPSyncStatistics: {
            /** @description Seconds. */
            avgSyncDuration: number;
            /** @description The same totals for each data type that was ever synced. */
            byDataType: {
                [key: string]: {
                    /** @description Seconds. */
                    avgSyncDuration: number;
                    /** @description How many of them failed. */
                    failedSyncs: number;
                    /**
                     * Format: date-time
                     * @description When the last run ended; absent before the first.
                     */
                    lastSyncDate?: string;
                    /** @description How many of them succeeded. */
                    successfulSyncs: number;
                    /** @description successfulSyncs / totalSyncs; 0 before the first. */
                    successRate: number;
                    /** @description How many records all runs stored or rejected. */
                    totalRecordsProcessed: number;
                    /** @description How many runs ended. */
                    totalSyncs: number;
                };
            };
            /** @description The last 30 days, oldest first. */
            daily: {
                /**
                 * Format: date
                 * @description The day, in UTC.
                 */
                date: string;
                /** @description How many of them failed. */
                failed: number;
                /** @description How many records were stored or rejected. */
                recordsProcessed: number;
                /** @description How many runs ended. */
                syncs: number;
            }[];
            /** @description How many of them failed. */
            failedSyncs: number;
            /**
             * Format: date-time
             * @description When the last run ended; absent before the first.
             */
            lastSyncDate?: string;
            /** @description How many of them succeeded. */
            successfulSyncs: number;
            /** @description successfulSyncs / totalSyncs; 0 before the first. */
            successRate: number;
            /** @description How many records all runs stored or rejected. */
            totalRecordsProcessed: number;
            /** @description How many runs ended. */
            totalSyncs: number;
        };
        /** @description What a run did when, from the request to its end. */
        ERPSyncTimeline: {
            /**
             * Format: date-time
             * @description When the run was requested.
             */
            from: string;
            /** @description How many older segments are no longer kept. The shares still count them. */
            omitted: number;
            /** @description Oldest first, without gaps, at most 400. */
            segments: components["schemas"]["ERPSyncTimelineSegment"][];
            /** @description Which part of the whole time was spent on what. Together they are 1, apart from rounding. */
            shares: {
                /** @description Waiting for the ERP. */
                erp: number;
                /** @description The ERP's limit: pauses that it asked for, and calls that had to wait. */
                limit: number;
                /** @description Waiting for the next attempt, or for the circuit of the connection. */
                pause: number;
                /** @description Waiting for a worker, or for other runs of the connection. */
                queue: number;
                /** @description Not recorded, or not measured because a worker died or still works. */
                unknown: number;
                /** @description Our own work. */
                work: number;
            };
            /**
             * Format: date-time
             * @description When it ended; absent while it is open.
             */
            to?: string;
        };
        /** @description A time in which a run did one thing. */
        ERPSyncTimelineSegment: {
            /** @description The number of the attempt, from 1. */
            attempt?: number;
            /**
             * Format: date-time
             * @description When it began.
             */
            from: string;
            /**
             * @description queued: waits for a worker · parked: other runs of the connection are working · working · throttled: the ERP asked for a pause · waiting_retry: waits for its next attempt · paused: the circuit of the connection is open · unknown: not recorded.
             * @enum {string}
             */
            kind: "queued" | "parked" | "working" | "throttled" | "waiting_retry" | "paused" | "unknown";
            /** @description How many pages were stored in it. */
            pages?: number;
            /** @description An error code, or why a worker gave the run back: `time-slice`, `run.interrupted`. */
            reason?: string;
            /** @description The worker took the run over from one that had not given it back. */
            takenOver?: boolean;
            /**
             * Format: date-time
             * @description When it ended. Absent if it has not ended.
             */
            to?: string;
            /**
             * Format: date-time
             * @description When the run was expected to go on.
             */
            until?: string;
            /** @description The id of the worker. */
            worker?: string;
        };
        /** @description Where events are posted to as they happen, signed after Standard Webhooks. */
        ERPWebhook: {
            /** @description Only events of connections that are assigned to these clients or their sites. With `connectionIds`, both must hold. */
            clientIds?: string[];
            /** @description Only events of these connections. Absent: of all, and those of none. */
            connectionIds?: string[];
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /** @description Who created it. */
            createdBy: string;
            /** @description What it is for, in your words. */
            description?: string;
            /** @description Whether events are sent: the same as `status` being `active`. */
            enabled: boolean;
            /** @description The types of events that it gets; `["*"]` for all of them. */
            events: ("*" | ("sync.succeeded" | "sync.failed" | "records.changed" | "record.rejected" | "order.pushed" | "order.refused" | "order.uncertain" | "order.status_changed" | "conflict.opened" | "conflict.resolved" | "connection.degraded" | "connection.recovered" | "incident.opened" | "incident.updated" | "incident.closed" | "freshness.late" | "freshness.met" | "webhook.test"))[];
            /** @description How many attempts in a row have failed. */
            failuresInARow: number;
            /** @description The id. */
            id: string;
            /** @description What became of the events of the last 24 hours that were sent. */
            last24Hours: {
                /** @description Accepted. */
                delivered: number;
                /** @description Given up. */
                failed: number;
                /** @description Sent again later. */
                pending: number;
            };
            /** @description The latest attempt that failed. */
            lastFailure?: {
                /**
                 * Format: date-time
                 * @description When it happened; of a schedule: when it will.
                 */
                at: string;
                /** @description What happened, in words. */
                message: string;
            };
            /**
             * Format: date-time
             * @description When it last accepted a delivery.
             */
            lastSuccessAt?: string;
            /**
             * Format: date-time
             * @description When an event that was not accepted is sent again.
             */
            nextAttemptAt?: string;
            /**
             * Format: date-time
             * @description When the oldest event happened that was sent and not accepted.
             */
            oldestWaitingSince?: string;
            /**
             * Format: date-time
             * @description Until then the secret before the rotation signs along.
             */
            oldSecretUntil?: string;
            /**
             * Format: date-time
             * @description Since when it is paused.
             */
            pausedAt?: string;
            /**
             * @description `person`: somebody has switched it off. `gone`: it answered 410. `failing`: it took nothing for a day.
             * @enum {string}
             */
            pausedBy?: "person" | "gone" | "failing";
            /** @description `whsec_…`: signs the deliveries. Only the answer that makes it shows it. */
            secret?: string;
            /**
             * @description The status.
             * @enum {string}
             */
            status: "active" | "paused";
            /** @description Why it is paused. */
            statusReason?: string;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
            /** @description Where events are posted to. Addresses that are closed to ERPs are closed to webhooks. */
            url: string;
            /** @description How many connections have events that wait to be sent. */
            waiting: number;
        };
        ERPWebhookAttempt: {
            /** @description The first 4 kB of the answer. */
            answer: string;
            /**
             * Format: date-time
             * @description When it was sent.
             */
            at: string;
            /** @description Why there was no answer, or why the answer is no acceptance. */
            error?: {
                /** @description The error code; `docs/errors.md` explains each. */
                code: string;
                /** @description What happened, in words. */
                message: string;
            };
            /** @description How long it took, in ms. */
            ms: number;
            /** @description The HTTP status of the answer; null if there was none. */
            status: number | null;
            /**
             * @description Why it was sent.
             * @enum {string}
             */
            trigger: "event" | "replay" | "resend" | "test";
        };
        /** @description A JSON merge patch (RFC 7396): null deletes a field, and lists are replaced. */
        ERPWebhookChangeInput: {
            /** @description Only events of connections that are assigned to these clients or their sites. With `connectionIds`, both must hold. */
            clientIds?: string[] | null;
            /** @description Only events of these connections. Absent: of all, and those of none. */
            connectionIds?: string[] | null;
            /** @description What it is for, in your words. */
            description?: string | null;
            /** @description `false` pauses it, `true` resumes it: then everything is sent that happened meanwhile. */
            enabled?: boolean;
            /** @description The types of events that it gets; `["*"]` for all of them. */
            events?: "*"[] | ("sync.succeeded" | "sync.failed" | "records.changed" | "record.rejected" | "order.pushed" | "order.refused" | "order.uncertain" | "order.status_changed" | "conflict.opened" | "conflict.resolved" | "connection.degraded" | "connection.recovered" | "incident.opened" | "incident.updated" | "incident.closed" | "freshness.late" | "freshness.met" | "webhook.test")[];
            /**
             * Format: uri
             * @description Where events are posted to. Addresses that are closed to ERPs are closed to webhooks.
             */
            url?: string;
        };
        ERPWebhookDelivery: {
            /** @description How often it was sent. */
            attemptCount: number;
            /** @description The latest 40 attempts, the oldest first. */
            attempts: components["schemas"]["ERPWebhookAttempt"][];
            /** @description The id of the connection. */
            connectionId?: string;
            /** @description The body of the request. */
            event: components["schemas"]["ERPEvent"];
            /**
             * Format: date-time
             * @description When the event happened.
             */
            eventAt: string;
            /** @description The `webhook-id` of every attempt. */
            eventId: string;
            /** @description The type of the event. */
            eventType: string;
            /** @description The id. */
            id: string;
            /**
             * Format: date-time
             * @description When it was last sent.
             */
            lastAttemptAt?: string;
            /** @description The HTTP status of the latest attempt; absent if it had no answer. */
            lastStatus?: number;
            /**
             * Format: date-time
             * @description When it is sent again; only while it is pending.
             */
            nextAttemptAt?: string;
            /**
             * @description `delivered`: it was accepted. `pending`: it was not accepted yet and is sent again. `failed`: it is not sent again by itself.
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed";
            /** @description The webhook that it was sent to. */
            webhookId: string;
        };
        ERPWebhookDeliverySummary: {
            /** @description How often it was sent. */
            attemptCount: number;
            /** @description The id of the connection. */
            connectionId?: string;
            /**
             * Format: date-time
             * @description When the event happened.
             */
            eventAt: string;
            /** @description The `webhook-id` of every attempt. */
            eventId: string;
            /** @description The type of the event. */
            eventType: string;
            /** @description The id. */
            id: string;
            /**
             * Format: date-time
             * @description When it was last sent.
             */
            lastAttemptAt?: string;
            /** @description The HTTP status of the latest attempt; absent if it had no answer. */
            lastStatus?: number;
            /**
             * Format: date-time
             * @description When it is sent again; only while it is pending.
             */
            nextAttemptAt?: string;
            /**
             * @description `delivered`: it was accepted. `pending`: it was not accepted yet and is sent again. `failed`: it is not sent again by itself.
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed";
            /** @description The webhook that it was sent to. */
            webhookId: string;
        };
        ERPWebhookReplay: {
            /** @description The id. */
            id: string;
            /**
             * Format: date-time
             * @description From when on events are sent again.
             */
            since: string;
            /**
             * Format: date-time
             * @description Until when.
             */
            until: string;
        };
        ERPWebhookReplayRequestInput: {
            /**
             * Format: date-time
             * @description From when on events are sent again; they are kept for seven days.
             */
            since: string;
            /**
             * Format: date-time
             * @description Until when; now if it is absent.
             */
            until?: string;
        };
        ERPWebhookSecret: {
            /** @description `whsec_` and 24 bytes in base64, as Standard Webhooks has it. */
            webhookSecret: string;
        };
        ERPWrittenEmployee: {
            /** @description Active. */
            active?: boolean | null;
            /** @description Company ID. */
            companyId?: string | null;
            /** @description Cost center. */
            costCenter?: string | null;
            /** @description Department. */
            department?: string | null;
            /** @description Department ID. */
            departmentId?: string | null;
            /** @description Display name. */
            displayName?: string | null;
            /** @description Email. */
            email?: string | null;
            /** @description Employee ID. */
            employeeId?: string | null;
            /** @description First name. */
            firstName?: string | null;
            /**
             * Format: date
             * @description Hire date.
             */
            hireDate?: string | null;
            /** @description The system's id of the record. */
            id: string;
            /** @description Job title. */
            jobTitle?: string | null;
            /** @description Last name. */
            lastName?: string | null;
            /** @description Location. */
            location?: string | null;
            /** @description Manager ID. */
            managerId?: string | null;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string | null;
            /** @description Source version. */
            sourceVersion?: string | null;
            /**
             * @description Status.
             * @enum {string|null}
             */
            status?: "active" | "on_leave" | "pending" | "terminated" | "unknown" | null;
            /** @description The ERP's own word for status. */
            statusRaw?: string | null;
            /**
             * Format: date
             * @description Termination date.
             */
            terminationDate?: string | null;
        };
        /** @description A record as it is read. Only `id`, `data` and `updatedAt` are used: when the system changed it. */
        ERPWrittenEnvelope: {
            /** @description The id of the open conflict; absent if there is none. */
            conflictId?: string;
            /** @description The canonical fields. */
            data: components["schemas"]["ERPOrderFields"] | components["schemas"]["ERPProductFields"] | components["schemas"]["ERPOrderStatusFields"] | components["schemas"]["ERPInventoryFields"] | components["schemas"]["ERPEmployeeFields"] | components["schemas"]["ERPInvoiceFields"];
            dataType?: components["schemas"]["ERPDataType"];
            /** @description The ERP's id of the record; null until it is known. */
            erpId?: string | null;
            /** @description Why it was not pushed, in the ERP's own words. */
            error?: {
                /** @description The error code; `docs/errors.md` explains each. */
                code: string;
                /** @description What happened, in words. */
                message: string;
            };
            /** @description The system's id of the record. */
            id: string;
            /**
             * @description Where it comes from.
             * @enum {string}
             */
            source?: "erp" | "system";
            /**
             * @description uncertain: sent, but not answered; the ERP is asked for it before it is sent again.
             * @enum {string}
             */
            syncStatus?: "pending" | "in_flight" | "uncertain" | "synced" | "conflict" | "error";
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt?: string;
            /** @description Grows with every change of the record. */
            version?: number;
        };
        ERPWrittenInventory: {
            /**
             * Format: date-time
             * @description As of.
             */
            asOf?: string | null;
            /** @description Bin. */
            bin?: string | null;
            /** @description Company ID. */
            companyId?: string | null;
            /**
             * Format: date
             * @description Expiry date.
             */
            expiryDate?: string | null;
            /** @description The system's id of the record. */
            id: string;
            /** @description Location ID. */
            locationId?: string | null;
            /** @description Location name. */
            locationName?: string | null;
            /** @description Lot. */
            lot?: string | null;
            /** @description Parts. */
            parts?: {
                /** @description Bin. */
                bin?: string | null;
                /**
                 * Format: date
                 * @description Expiry date.
                 */
                expiryDate?: string | null;
                /** @description Lot. */
                lot?: string | null;
                /**
                 * Format: decimal
                 * @description Quantity available: a decimal number.
                 */
                quantityAvailable?: string | number | null;
                /**
                 * Format: decimal
                 * @description Quantity on hand: a decimal number.
                 */
                quantityOnHand?: string | number | null;
                /**
                 * Format: decimal
                 * @description Quantity on order: a decimal number.
                 */
                quantityOnOrder?: string | number | null;
                /**
                 * Format: decimal
                 * @description Quantity reserved: a decimal number.
                 */
                quantityReserved?: string | number | null;
                /** @description Serial number. */
                serialNumber?: string | null;
            }[] | null;
            /**
             * Format: decimal
             * @description Quantity available: a decimal number.
             */
            quantityAvailable?: string | number | null;
            /**
             * Format: decimal
             * @description Quantity on hand: a decimal number.
             */
            quantityOnHand?: string | number | null;
            /**
             * Format: decimal
             * @description Quantity on order: a decimal number.
             */
            quantityOnOrder?: string | number | null;
            /**
             * Format: decimal
             * @description Quantity reserved: a decimal number.
             */
            quantityReserved?: string | number | null;
            /** @description Serial number. */
            serialNumber?: string | null;
            /** @description SKU. */
            sku?: string | null;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string | null;
            /** @description Source version. */
            sourceVersion?: string | null;
            /** @description Stock type. */
            stockType?: string | null;
            /**
             * @description Unit of measure.
             * @example EA
             * @example PCE
             * @example BOX
             * @example SET
             * @example PAL
             * @example KG
             * @example G
             * @example L
             * @example M
             * @example MTK
             * @example HUR
             */
            uom?: string | null;
        };
        ERPWrittenInvoice: {
            /**
             * Format: decimal
             * @description Balance due: a decimal number.
             */
            balanceDue?: string | number | null;
            /** @description Company ID. */
            companyId?: string | null;
            /** @description Currency. */
            currency?: string | null;
            /** @description Customer ID. */
            customerId?: string | null;
            /** @description Customer name. */
            customerName?: string | null;
            /** @description Customer reference. */
            customerReference?: string | null;
            /**
             * Format: date
             * @description Due date.
             */
            dueDate?: string | null;
            /** @description The system's id of the record. */
            id: string;
            /** @description Invoice number. */
            invoiceNumber?: string | null;
            /**
             * Format: date
             * @description Issue date.
             */
            issueDate?: string | null;
            /** @description Lines. */
            lines?: {
                /** @description Description. */
                description?: string | null;
                /** @description Line number. */
                lineNumber?: string | null;
                /**
                 * Format: decimal
                 * @description Line total: a decimal number.
                 */
                lineTotal?: string | number | null;
                /** @description Order line. */
                orderLine?: string | null;
                /**
                 * Format: decimal
                 * @description Quantity: a decimal number.
                 */
                quantity?: string | number | null;
                /** @description SKU. */
                sku?: string | null;
                /**
                 * Format: decimal
                 * @description Tax: a decimal number.
                 */
                tax?: string | number | null;
                /**
                 * Format: decimal
                 * @description Unit price: a decimal number.
                 */
                unitPrice?: string | number | null;
                /**
                 * @description Unit of measure.
                 * @example EA
                 * @example PCE
                 * @example BOX
                 * @example SET
                 * @example PAL
                 * @example KG
                 * @example G
                 * @example L
                 * @example M
                 * @example MTK
                 * @example HUR
                 */
                uom?: string | null;
            }[] | null;
            /** @description Order number. */
            orderNumber?: string | null;
            /** @description Order refs. */
            orderRefs?: string[] | null;
            /**
             * Format: date
             * @description Paid at.
             */
            paidAt?: string | null;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string | null;
            /** @description Source version. */
            sourceVersion?: string | null;
            /**
             * @description Status.
             * @enum {string|null}
             */
            status?: "draft" | "open" | "partially_paid" | "paid" | "void" | "unknown" | null;
            /** @description The ERP's own word for status. */
            statusRaw?: string | null;
            /**
             * Format: decimal
             * @description Subtotal: a decimal number.
             */
            subtotal?: string | number | null;
            /**
             * Format: decimal
             * @description Tax total: a decimal number.
             */
            taxTotal?: string | number | null;
            /**
             * Format: decimal
             * @description Total: a decimal number.
             */
            total?: string | number | null;
            /**
             * @description Type.
             * @enum {string|null}
             */
            type?: "invoice" | "credit_note" | "unknown" | null;
            /** @description The ERP's own word for type. */
            typeRaw?: string | null;
        };
        ERPWrittenOrder: {
            /** @description Bill to. */
            billTo?: {
                /** @description City. */
                city?: string | null;
                /** @description Country. */
                country?: string | null;
                /** @description Email. */
                email?: string | null;
                /** @description Line1. */
                line1?: string | null;
                /** @description Line2. */
                line2?: string | null;
                /** @description Name. */
                name?: string | null;
                /** @description Phone. */
                phone?: string | null;
                /** @description Postal code. */
                postalCode?: string | null;
                /** @description Region. */
                region?: string | null;
            } | null;
            /** @description Company ID. */
            companyId?: string | null;
            /** @description Currency. */
            currency?: string | null;
            /** @description Customer ID. */
            customerId?: string | null;
            /** @description Customer name. */
            customerName?: string | null;
            /** @description Customer reference. */
            customerReference?: string | null;
            /**
             * Format: decimal
             * @description Discount total: a decimal number.
             */
            discountTotal?: string | number | null;
            /**
             * Format: decimal
             * @description Exchange rate: a decimal number.
             */
            exchangeRate?: string | number | null;
            /** @description The system's id of the record. */
            id: string;
            /** @description Lines. */
            lines?: {
                /** @description Description. */
                description?: string | null;
                /**
                 * Format: decimal
                 * @description Discount: a decimal number.
                 */
                discount?: string | number | null;
                /** @description Line number. */
                lineNumber?: string | null;
                /**
                 * Format: decimal
                 * @description Line total: a decimal number.
                 */
                lineTotal?: string | number | null;
                /** @description Location ID. */
                locationId?: string | null;
                /**
                 * Format: decimal
                 * @description Quantity: a decimal number.
                 */
                quantity?: string | number | null;
                /**
                 * Format: decimal
                 * @description Quantity cancelled: a decimal number.
                 */
                quantityCancelled?: string | number | null;
                /**
                 * Format: decimal
                 * @description Quantity invoiced: a decimal number.
                 */
                quantityInvoiced?: string | number | null;
                /**
                 * Format: decimal
                 * @description Quantity shipped: a decimal number.
                 */
                quantityShipped?: string | number | null;
                /**
                 * Format: date
                 * @description Requested date.
                 */
                requestedDate?: string | null;
                /** @description SKU. */
                sku?: string | null;
                /**
                 * @description Status.
                 * @enum {string|null}
                 */
                status?: "pending" | "processing" | "partially_shipped" | "shipped" | "delivered" | "cancelled" | "on_hold" | "returned" | "unknown" | null;
                /**
                 * Format: decimal
                 * @description Tax: a decimal number.
                 */
                tax?: string | number | null;
                /**
                 * @description Type.
                 * @enum {string|null}
                 */
                type?: "item" | "charge" | "comment" | "unknown" | null;
                /** @description The ERP's own word for type. */
                typeRaw?: string | null;
                /**
                 * Format: decimal
                 * @description Unit price: a decimal number.
                 */
                unitPrice?: string | number | null;
                /**
                 * @description Unit of measure.
                 * @example EA
                 * @example PCE
                 * @example BOX
                 * @example SET
                 * @example PAL
                 * @example KG
                 * @example G
                 * @example L
                 * @example M
                 * @example MTK
                 * @example HUR
                 */
                uom?: string | null;
            }[] | null;
            /**
             * Format: date
             * @description Order date.
             */
            orderDate?: string | null;
            /** @description Order number. */
            orderNumber?: string | null;
            /** @description Our reference. */
            ourReference?: string | null;
            /**
             * @description Payment status.
             * @enum {string|null}
             */
            paymentStatus?: "unpaid" | "partial" | "paid" | "refunded" | "unknown" | null;
            /** @description The ERP's own word for paymentStatus. */
            paymentStatusRaw?: string | null;
            /**
             * Format: date
             * @description Promised date.
             */
            promisedDate?: string | null;
            /**
             * Format: date
             * @description Requested delivery date.
             */
            requestedDeliveryDate?: string | null;
            /**
             * Format: decimal
             * @description Shipping total: a decimal number.
             */
            shippingTotal?: string | number | null;
            /** @description Ship to. */
            shipTo?: {
                /** @description City. */
                city?: string | null;
                /** @description Country. */
                country?: string | null;
                /** @description Email. */
                email?: string | null;
                /** @description Line1. */
                line1?: string | null;
                /** @description Line2. */
                line2?: string | null;
                /** @description Name. */
                name?: string | null;
                /** @description Phone. */
                phone?: string | null;
                /** @description Postal code. */
                postalCode?: string | null;
                /** @description Region. */
                region?: string | null;
            } | null;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string | null;
            /** @description Source version. */
            sourceVersion?: string | null;
            /**
             * @description Status.
             * @enum {string|null}
             */
            status?: "pending" | "processing" | "partially_shipped" | "shipped" | "delivered" | "cancelled" | "on_hold" | "returned" | "unknown" | null;
            /** @description The ERP's own word for status. */
            statusRaw?: string | null;
            /**
             * Format: decimal
             * @description Subtotal: a decimal number.
             */
            subtotal?: string | number | null;
            /**
             * Format: decimal
             * @description Tax total: a decimal number.
             */
            taxTotal?: string | number | null;
            /**
             * Format: decimal
             * @description Total: a decimal number.
             */
            total?: string | number | null;
        };
        ERPWrittenOrderStatus: {
            /** @description Company ID. */
            companyId?: string | null;
            /** @description The system's id of the record. */
            id: string;
            /** @description Order external ID. */
            orderExternalId?: string | null;
            /** @description Order number. */
            orderNumber?: string | null;
            /** @description Shipments. */
            shipments?: {
                /** @description Carrier. */
                carrier?: string | null;
                /** @description Carrier code. */
                carrierCode?: string | null;
                /**
                 * Format: date-time
                 * @description Delivered at.
                 */
                deliveredAt?: string | null;
                /**
                 * Format: date
                 * @description Estimated delivery.
                 */
                estimatedDelivery?: string | null;
                /** @description Lines. */
                lines?: {
                    /** @description Line number. */
                    lineNumber?: string | null;
                    /**
                     * Format: decimal
                     * @description Quantity: a decimal number.
                     */
                    quantity?: string | number | null;
                    /** @description SKU. */
                    sku?: string | null;
                }[] | null;
                /** @description Service. */
                service?: string | null;
                /** @description Shipment ID. */
                shipmentId?: string | null;
                /**
                 * Format: date-time
                 * @description Shipped at.
                 */
                shippedAt?: string | null;
                /** @description Tracking numbers. */
                trackingNumbers?: string[] | null;
                /** @description Tracking URL. */
                trackingUrl?: string | null;
            }[] | null;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string | null;
            /** @description Source version. */
            sourceVersion?: string | null;
            /**
             * @description Status.
             * @enum {string|null}
             */
            status?: "pending" | "processing" | "partially_shipped" | "shipped" | "delivered" | "cancelled" | "on_hold" | "returned" | "unknown" | null;
            /**
             * Format: date-time
             * @description Status changed at.
             */
            statusChangedAt?: string | null;
            /** @description The ERP's own word for status. */
            statusRaw?: string | null;
        };
        ERPWrittenProduct: {
            /** @description Active. */
            active?: boolean | null;
            /** @description Barcode. */
            barcode?: string | null;
            /** @description Brand. */
            brand?: string | null;
            /** @description Category. */
            category?: string | null;
            /** @description Category ID. */
            categoryId?: string | null;
            /** @description Company ID. */
            companyId?: string | null;
            /**
             * Format: decimal
             * @description Cost: a decimal number.
             */
            cost?: string | number | null;
            /** @description Currency. */
            currency?: string | null;
            /** @description Description. */
            description?: string | null;
            /** @description The system's id of the record. */
            id: string;
            /** @description Name. */
            name?: string | null;
            /**
             * Format: decimal
             * @description Price: a decimal number.
             */
            price?: string | number | null;
            /** @description Price includes tax. */
            priceIncludesTax?: boolean | null;
            /**
             * Format: decimal
             * @description Price unit quantity: a decimal number.
             */
            priceUnitQuantity?: string | number | null;
            /** @description SKU. */
            sku?: string | null;
            /**
             * Format: date-time
             * @description Source updated at.
             */
            sourceUpdatedAt?: string | null;
            /** @description Source version. */
            sourceVersion?: string | null;
            /**
             * @description Type.
             * @enum {string|null}
             */
            type?: "inventory" | "non_inventory" | "service" | "kit" | "unknown" | null;
            /** @description The ERP's own word for type. */
            typeRaw?: string | null;
            /**
             * @description Unit of measure.
             * @example EA
             * @example PCE
             * @example BOX
             * @example SET
             * @example PAL
             * @example KG
             * @example G
             * @example L
             * @example M
             * @example MTK
             * @example HUR
             */
            uom?: string | null;
            /** @description The ERP's own word for uom. */
            uomRaw?: string | null;
            /**
             * Format: decimal
             * @description Weight: a decimal number.
             */
            weight?: string | number | null;
            /** @description Weight unit. */
            weightUnit?: string | null;
        };
        /** @description The fields of one data type beside an `id`, or the envelope in which records are read. null removes a field. */
        ERPWrittenRecordInput: components["schemas"]["ERPWrittenOrder"] | components["schemas"]["ERPWrittenProduct"] | components["schemas"]["ERPWrittenOrderStatus"] | components["schemas"]["ERPWrittenInventory"] | components["schemas"]["ERPWrittenEmployee"] | components["schemas"]["ERPWrittenInvoice"] | components["schemas"]["ERPWrittenEnvelope"];
        ErrorCatalogEntry: {
            /** @description What it usually comes from, the most likely first. */
            causes: string;
            /** @description The code, as in `Problem.code` and in the `errorDetails` of a sync log. */
            code: string;
            /** @description What to do. */
            hint: string;
            /**
             * @description How Linkspan reacts: it retries `transient`, `wait` and `bug` by itself, and nothing else.
             * @enum {string}
             */
            kind: "request" | "setup" | "record" | "transient" | "wait" | "bug";
            /** @description Whether the same request, unchanged, may succeed later. */
            retryable: boolean;
            /** @description The HTTP status of a request that is refused with this code. */
            status: number;
            /** @description The failure in a few words. */
            title: string;
            /**
             * @description Who has to act once Linkspan no longer retries by itself; nobody: Linkspan goes on by itself.
             * @enum {string}
             */
            whoActs: "caller" | "administrator" | "record_owner" | "erp_operator" | "nobody" | "developers";
        };
        Incident: {
            /** @description Who takes care of it. */
            acknowledgedBy?: string;
            /**
             * @description The code of an error, or what was noticed without one.
             * @enum {string}
             */
            cause: "freshness.late" | "webhook.paused" | "circuit.open" | "conflict.waiting" | "volume.unusual" | "request.malformed" | "request.invalid" | "request.unauthenticated" | "request.forbidden" | "request.not-found" | "request.method-not-allowed" | "request.conflict" | "request.stale" | "request.too-large" | "request.media-type" | "request.rate-limited" | "connection.not-active" | "connection.circuit-open" | "connection.data-type-disabled" | "connection.data-type-refused" | "connection.not-capable" | "connection.no-choices" | "webhook.unproven" | "webhook.replayed" | "webhook.unknown-type" | "feed.position-unknown" | "schedule.not-on-demand" | "assignment.none" | "assignment.switched-off" | "setup.credentials-rejected" | "setup.permission-missing" | "setup.host-unknown" | "setup.address-forbidden" | "setup.certificate-untrusted" | "setup.certificate-ends" | "setup.protocol-unsupported" | "setup.ssh-algorithms" | "setup.not-ssh" | "setup.host-key-unconfirmed" | "setup.host-key-changed" | "setup.private-key-unusable" | "setup.resource-missing" | "setup.request-refused" | "setup.answer-unexpected" | "setup.answer-too-large" | "setup.redirect-refused" | "setup.clock-skewed" | "setup.settings-invalid" | "setup.mapping-exhausting" | "setup.key-missing" | "remote.unreachable" | "remote.unavailable" | "remote.timeout" | "remote.cut-short" | "remote.cursor-repeated" | "remote.throttled" | "record.invalid" | "record.refused" | "file.unreadable" | "file.truncated" | "file.missing" | "file.too-large" | "file.locked" | "file.untrusted" | "push.unsettled" | "push.doubtful-match" | "run.cancelled" | "run.ended" | "run.interrupted" | "run.superseded" | "run.incomplete" | "run.too-many-deletions" | "run.too-many-rejects" | "run.worker-lost" | "preview.unanswered" | "store.unavailable" | "store.unreadable" | "channel.unset" | "channel.unreachable" | "channel.unavailable" | "channel.throttled" | "channel.refused" | "channel.gone" | "channel.credentials-rejected" | "channel.insecure" | "notification.undelivered" | "identity.unavailable" | "internal.bug";
            /**
             * Format: date-time
             * @description When the last part of it was in order again.
             */
            closedAt?: string;
            /** @description The connection that it concerns; the first one, if it is about a host. */
            connectionId?: string;
            /** @description All connections that it concerns. */
            connectionIds: string[];
            /** @description The data types that it concerns; none if it is about a connection as a whole. */
            dataTypes: components["schemas"]["ERPDataType"][];
            /** @description The sync log of the first run that failed with it. */
            firstRunId?: string;
            /** @description What to do. */
            hint: string;
            /** @description The host at fault, if the connections share it. */
            host?: string;
            /** @description The id of the incident. It stays when the incident is opened again. */
            id: string;
            /** @description The sync log of the latest run that failed with it. */
            lastRunId?: string;
            /** @description How often it was noticed. */
            occurrences: number;
            /**
             * Format: date-time
             * @description When it was noticed first.
             */
            openedAt: string;
            /**
             * @description critical: data are late or lost until somebody acts. warning: it should be looked at.
             * @enum {string}
             */
            severity: "warning" | "critical";
            /**
             * Format: date-time
             * @description Until then nobody is told about it.
             */
            snoozedUntil?: string;
            /**
             * @description open; acknowledged: somebody takes care of it; closed: nothing of it is left.
             * @enum {string}
             */
            status: "open" | "acknowledged" | "closed";
            /** @description The latest 100 things that happened to it, the oldest first. */
            timeline: {
                /**
                 * Format: date-time
                 * @description When it happened.
                 */
                at: string;
                /** @description Who did it; absent if nobody did. */
                by?: string;
                /** @description What exactly was noticed or done. */
                message: string;
                /**
                 * @description spread: to a further connection. worsened: it is critical now.
                 * @enum {string}
                 */
                what: "opened" | "happened_again" | "spread" | "worsened" | "acknowledged" | "snoozed" | "reopened" | "closed";
            }[];
            /** @description What happened, to whose data, in one sentence. */
            title: string;
            /**
             * Format: date-time
             * @description When something happened to it last.
             */
            updatedAt: string;
            /**
             * @description Who has to act; nobody: Linkspan goes on by itself.
             * @enum {string}
             */
            whoActs: "caller" | "administrator" | "record_owner" | "erp_operator" | "nobody" | "developers";
        };
        IncidentSnoozeInput: {
            /** @description Until when nobody is told about the incident, at most 90 days from now. null: from now on people are told again. */
            until: string | null;
        };
        Installation: {
            /** @description INSTALLATION_COLOR as `#rrggbb`; null if it is not set. */
            color: string | null;
            /** @description The commit that it was built from; null if the installation does not say it. */
            commit: string | null;
            /** @description The API keys, which API_KEYS holds. Only admins see it. */
            keys?: {
                /** @description To the minute; null if it was never used. */
                lastUsedAt: string | null;
                /** @description The name. */
                name: string;
                /**
                 * @description What the caller may do.
                 * @enum {string}
                 */
                role: "admin" | "operator" | "viewer";
            }[];
            /** @description INSTALLATION_NAME; null if it is not set. */
            name: string | null;
            /** @description How many jobs each queue holds. */
            queues: {
                /** @description Jobs that a worker executes. */
                active: number;
                /** @description Jobs that wait for a time. */
                delayed: number;
                /** @description Jobs that have failed; the board shows them. */
                failed: number;
                /** @description The name. */
                name: string;
                /** @description Jobs that could start now. */
                waiting: number;
            }[];
            /** @description Whether Redis answers. */
            redis: {
                /** @description How much it may use; null if there is no limit. */
                maxBytes: number | null;
                /** @description The memory that it uses; null if it does not say. */
                usedBytes: number | null;
                /** @description Grows with every change of the record. */
                version: string | null;
                /** @description Settings that put data at risk, and what to set. */
                warnings: string[];
            };
            /** @description How long what is written down is kept. */
            retention: {
                /** @description How many days the logs of syncs are kept. */
                logDays: number;
                /** @description How many logs of syncs are kept for each connection. */
                logsPerConnection: number;
                /** @description How many days the statistics by day are kept. */
                statisticsByDayDays: number;
                /** @description How many days the statistics by hour are kept. */
                statisticsByHourDays: number;
            };
            /** @description Only admins see it. */
            seals?: {
                /** @description How many secrets are sealed with each encryption key, by its id. */
                byKey: {
                    [key: string]: number;
                };
                /** @description Whether all were counted: at most a thousand connections and a thousand webhooks are. */
                complete: boolean;
            };
            /** @description The settings of the API process that answers. Only admins see it. */
            settings?: {
                /** @description What holds if it is not set; null if nothing does. */
                default: string | null;
                /** @description What it is for. */
                description: string;
                /** @description Its value is never shown. */
                isSecret: boolean;
                /** @description Whether the environment sets it. */
                isSet: boolean;
                /** @description The environment variable. */
                name: string;
                /** @description What is in effect; null for a secret, and if there is neither a value nor a default. */
                value: string | null;
            }[];
            /**
             * Format: date-time
             * @description When the API process that answers was started.
             */
            startedAt: string;
            /** @description Grows with every change of the record. */
            version: string;
            /** @description What needs a person, and what to do. */
            warnings: string[];
            /** @description Those that have reported within a day, the latest first. */
            workers: {
                /** @description Whether it has reported in the last 30 s. */
                alive: boolean;
                /** @description The id. */
                id: string;
                /**
                 * Format: date-time
                 * @description When it reported last.
                 */
                lastSeenAt: string;
                /** @description How far its clock is ahead of that of Redis, in milliseconds; absent if the clock is right. */
                skewMs?: number;
            }[];
        };
        NewClientERPAssignmentInput: {
            /** @description The platform's catalogue that goes with the ERP. */
            catalogId?: string;
            /** @description The id of the connection. */
            erpConnectionId: string;
            /** @description Whether it is the client's default. */
            isDefault?: boolean;
            /**
             * @description The settings.
             * @default {}
             */
            settings?: {
                /**
                 * @description Whether employees are synced.
                 * @default true
                 */
                syncEmployees?: boolean;
                /**
                 * @description Whether stock is synced.
                 * @default true
                 */
                syncInventory?: boolean;
                /**
                 * @description Whether invoices are synced.
                 * @default true
                 */
                syncInvoices?: boolean;
                /**
                 * @description Whether orders and their status are synced.
                 * @default true
                 */
                syncOrders?: boolean;
                /**
                 * @description Whether products are synced.
                 * @default true
                 */
                syncProducts?: boolean;
            };
        };
        NewERPConnectionInput: {
            /**
             * @description How the ERP is reached.
             * @enum {string}
             */
            connectionMethod: "api" | "doi" | "sftp";
            /** @description How to sign in. Secrets are sealed; sent back masked, they stay as they are. */
            credentials: {
                [key: string]: unknown;
            };
            /** @description The name. */
            name: string;
            /**
             * @description Who made the ERP.
             * @enum {string}
             */
            provider: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
            /**
             * @description The settings.
             * @default {}
             */
            settings?: {
                [key: string]: unknown;
            };
            /**
             * @description The status.
             * @default active
             * @enum {string}
             */
            status?: "active" | "inactive" | "error" | "testing";
        };
        NewERPSyncConfigurationInput: {
            dataType: components["schemas"]["ERPDataTypeInput"];
            /**
             * @description Whether records are read from the ERP, written to it, or both.
             * @default pull
             * @enum {string}
             */
            direction?: "pull" | "push" | "bidirectional";
            /**
             * @description Whether it is in force.
             * @default true
             */
            enabled?: boolean;
            /** @description The id of the connection. */
            erpConnectionId: string;
            /** @description The cron expression, of five fields. */
            schedule?: string;
            /**
             * @description The settings.
             * @default {}
             */
            settings?: {
                /**
                 * @description Whether the schedule is followed.
                 * @default true
                 */
                autoSync?: boolean;
                /**
                 * @description Who wins if both sides have changed a field.
                 * @default erp_wins
                 * @enum {string}
                 */
                conflictResolution?: "erp_wins" | "system_wins" | "newest_wins" | "manual";
                /** @description Canonical field (or `id` for the record's id) → path in the row as the ERP sends it. Takes precedence over the connector's own mapping. */
                fieldMapping?: {
                    [key: string]: string;
                };
                /** @description Conditions that a record must meet. */
                filters?: {
                    /** @description A canonical field, or "raw." and a path into the row as the ERP sent it. */
                    field: string;
                    /**
                     * @description How the field is compared.
                     * @default eq
                     * @enum {string}
                     */
                    operator?: "eq" | "ne" | "in" | "not_in" | "gt" | "gte" | "lt" | "lte" | "contains" | "starts_with" | "ends_with" | "exists";
                    /** @description The value. */
                    value?: (string | number | boolean | null) | (string | number | boolean | null)[];
                }[];
                /** @description In minutes; used if there is no cron expression. */
                syncInterval?: number;
                /**
                 * @description Whether people may start a sync.
                 * @default true
                 */
                syncOnDemand?: boolean;
                /** @description Changes of values, applied in their order. */
                transformations?: {
                    /** @description A canonical field, or a path in one, as in `lines[].sku`. */
                    field: string;
                    /**
                     * @description What is done to the field.
                     * @enum {string}
                     */
                    operation: "trim" | "upper" | "lower" | "replace" | "pad" | "strip_leading_zeros" | "number" | "multiply" | "round" | "date" | "boolean" | "default" | "lookup" | "concat" | "split" | "jsonata";
                    /** @description How a push undoes this step: "strip" for pad, {pad: length} for strip_leading_zeros, "swap" for replace, {jsonata} for any. */
                    push?: ("strip" | "swap") | {
                        /** @description The length to which zeros are added. */
                        pad: number;
                    } | {
                        /** @description Over the outgoing record; `$value` is the field, `$fields` the record so far. */
                        jsonata: string;
                    };
                    /** @description The value. */
                    value?: unknown;
                }[];
            };
            /** @description The IANA time zone. */
            timezone?: string;
        };
        NewERPWebhookInput: {
            /** @description Only events of connections that are assigned to these clients or their sites. With `connectionIds`, both must hold. */
            clientIds?: string[];
            /** @description Only events of these connections. Absent: of all, and those of none. */
            connectionIds?: string[];
            /** @description What it is for, in your words. */
            description?: string;
            /**
             * @description Whether events are sent. Those of the time without it are sent later.
             * @default true
             */
            enabled?: boolean;
            /** @description The types of events that it gets; `["*"]` for all of them. */
            events: "*"[] | ("sync.succeeded" | "sync.failed" | "records.changed" | "record.rejected" | "order.pushed" | "order.refused" | "order.uncertain" | "order.status_changed" | "conflict.opened" | "conflict.resolved" | "connection.degraded" | "connection.recovered" | "incident.opened" | "incident.updated" | "incident.closed" | "freshness.late" | "freshness.met" | "webhook.test")[];
            /**
             * Format: uri
             * @description Where events are posted to. Addresses that are closed to ERPs are closed to webhooks.
             */
            url: string;
        };
        NewNotificationRouteInput: {
            /**
             * @description By which way it is told.
             * @enum {string}
             */
            channel: "email" | "slack" | "teams" | "webhook";
            /**
             * @description off: each incident at once. hourly, daily: together, at the full hour or at 8 o’clock in the time zone of quietHours (else UTC).
             * @default off
             * @enum {string}
             */
            digest?: "off" | "hourly" | "daily";
            /**
             * @description Whether it is in force.
             * @default true
             */
            enabled?: boolean;
            /**
             * @description The language of its messages.
             * @default en
             * @enum {string}
             */
            language?: "en" | "de";
            /**
             * @description The lowest severity that it tells.
             * @default warning
             * @enum {string}
             */
            minSeverity?: "warning" | "critical";
            /**
             * @description How long nobody is told about the same cause again, in minutes, not even about its end.
             * @default 60
             */
            pauseMinutes?: number;
            /** @description Until they end, only critical incidents are told. */
            quietHours?: {
                /** @description When they begin, such as 22:00. */
                from: string;
                /** @description The IANA time zone of both. */
                timezone: string;
                /** @description When they end, on the next day if it is not later than `from`. */
                to: string;
            };
            /**
             * @description Which incidents it tells; without a scope all.
             * @default {}
             */
            scope?: {
                /** @description Only incidents of connections that are assigned to these clients or to their sites. */
                clientIds?: string[];
                /** @description Only incidents of these connections. */
                connectionIds?: string[];
                /** @description Only incidents of these data types, and those that concern a connection as a whole. */
                dataTypes?: components["schemas"]["ERPDataTypeInput"][];
            };
            /** @description Signs the messages of the channel webhook. Without it, one is made, and shown in this answer only. */
            secret?: string;
            /** @description The mail addresses, as a list or with commas in between; for the other channels the URL of the incoming webhook. */
            target: string | string[];
        };
        NewSiteERPAssignmentInput: {
            /** @description The platform's catalogue that goes with the ERP. */
            catalogId?: string;
            /** @description The platform's id of the client. */
            clientId: string;
            /** @description The id of the connection. */
            erpConnectionId: string;
            /**
             * @description Whether it holds instead of the client's default.
             * @default true
             */
            overridesClient?: boolean;
            /**
             * @description The settings.
             * @default {}
             */
            settings?: {
                /**
                 * @description Whether employees are synced.
                 * @default true
                 */
                syncEmployees?: boolean;
                /**
                 * @description Whether stock is synced.
                 * @default true
                 */
                syncInventory?: boolean;
                /**
                 * @description Whether invoices are synced.
                 * @default true
                 */
                syncInvoices?: boolean;
                /**
                 * @description Whether orders and their status are synced.
                 * @default true
                 */
                syncOrders?: boolean;
                /**
                 * @description Whether products are synced.
                 * @default true
                 */
                syncProducts?: boolean;
            };
        };
        NotificationDelivery: {
            /** @description The oldest first. */
            attempts: {
                /** @description The first 4 kB of what the receiver said. */
                answer?: string;
                /**
                 * Format: date-time
                 * @description When it was tried.
                 */
                at: string;
                /** @description The code of the error. */
                code?: string;
                /** @description What went wrong. */
                message?: string;
                /** @description How long it took, in ms. */
                ms: number;
                /** @description Whether the receiver has taken the message. */
                ok: boolean;
                /** @description The status of HTTP, or the reply code of SMTP. */
                status?: number;
            }[];
            /**
             * @description By which way it is told.
             * @enum {string}
             */
            channel: "email" | "slack" | "teams" | "webhook";
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the receiver took it; absent until then.
             */
            deliveredAt?: string;
            /** @description The receiver sees it too, the same at each attempt. */
            id: string;
            /** @description What it is about. */
            incidentIds: string[];
            /**
             * @description What it tells of the incident; digest: many at once.
             * @enum {string}
             */
            kind: "opened" | "reopened" | "worsened" | "spread" | "closed" | "passed" | "digest" | "test";
            /**
             * Format: date-time
             * @description When it is tried again; absent if it is not.
             */
            nextAttemptAt?: string;
            /** @description The id of the notification route. */
            routeId: string;
            /**
             * @description pending: it will be tried again. failed: it was given up.
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed";
            /** @description The subject of the message; empty until it was composed. */
            subject: string;
        };
        NotificationPreview: {
            /**
             * Format: date-time
             * @description When it would tell an incident that is opened now.
             */
            at: string;
            /**
             * @description By which way it is told.
             * @enum {string}
             */
            channel: "email" | "slack" | "teams" | "webhook";
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /**
             * @description off: each incident at once. hourly, daily: together, at the full hour or at 8 o’clock in the time zone of quietHours (else UTC).
             * @default off
             * @enum {string}
             */
            digest: "off" | "hourly" | "daily";
            /**
             * @description Whether it is in force.
             * @default true
             */
            enabled: boolean;
            /** @description The id. */
            id: string;
            /**
             * @description The language of its messages.
             * @default en
             * @enum {string}
             */
            language: "en" | "de";
            /**
             * @description The lowest severity that it tells.
             * @default warning
             * @enum {string}
             */
            minSeverity: "warning" | "critical";
            /**
             * @description How long nobody is told about the same cause again, in minutes, not even about its end.
             * @default 60
             */
            pauseMinutes: number;
            /** @description Until they end, only critical incidents are told. */
            quietHours?: {
                /** @description When they begin, such as 22:00. */
                from: string;
                /** @description The IANA time zone of both. */
                timezone: string;
                /** @description When they end, on the next day if it is not later than `from`. */
                to: string;
            };
            /** @description Which incidents it tells; without a scope all. */
            scope: {
                /** @description Only incidents of connections that are assigned to these clients or to their sites. */
                clientIds?: string[];
                /** @description Only incidents of these connections. */
                connectionIds?: string[];
                /** @description Only incidents of these data types, and those that concern a connection as a whole. */
                dataTypes?: components["schemas"]["ERPDataType"][];
            };
            /** @description The mail addresses; for the other channels "********" in place of the URL, which is a secret. Sent back like that, it stays. */
            target: string[] | "********";
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
            /**
             * @description Why it would not tell it at once.
             * @enum {string}
             */
            waitsFor?: "quiet_hours" | "digest";
        };
        NotificationPreviewRequestInput: {
            /** @description The id of the connection. */
            connectionId: string;
            /** @description Which data type it concerns; without it the connection as a whole. */
            dataType?: components["schemas"]["ERPDataTypeInput"];
            /**
             * @description How bad it is.
             * @enum {string}
             */
            severity: "warning" | "critical";
        };
        NotificationRoute: {
            /**
             * @description By which way it is told.
             * @enum {string}
             */
            channel: "email" | "slack" | "teams" | "webhook";
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /**
             * @description off: each incident at once. hourly, daily: together, at the full hour or at 8 o’clock in the time zone of quietHours (else UTC).
             * @default off
             * @enum {string}
             */
            digest: "off" | "hourly" | "daily";
            /**
             * @description Whether it is in force.
             * @default true
             */
            enabled: boolean;
            /** @description The id. */
            id: string;
            /**
             * @description The language of its messages.
             * @default en
             * @enum {string}
             */
            language: "en" | "de";
            /**
             * @description The lowest severity that it tells.
             * @default warning
             * @enum {string}
             */
            minSeverity: "warning" | "critical";
            /**
             * @description How long nobody is told about the same cause again, in minutes, not even about its end.
             * @default 60
             */
            pauseMinutes: number;
            /** @description Until they end, only critical incidents are told. */
            quietHours?: {
                /** @description When they begin, such as 22:00. */
                from: string;
                /** @description The IANA time zone of both. */
                timezone: string;
                /** @description When they end, on the next day if it is not later than `from`. */
                to: string;
            };
            /** @description Which incidents it tells; without a scope all. */
            scope: {
                /** @description Only incidents of connections that are assigned to these clients or to their sites. */
                clientIds?: string[];
                /** @description Only incidents of these connections. */
                connectionIds?: string[];
                /** @description Only incidents of these data types, and those that concern a connection as a whole. */
                dataTypes?: components["schemas"]["ERPDataType"][];
            };
            /** @description Signs the messages of the channel webhook. Only the answer that makes it shows it. */
            secret?: string;
            /** @description The mail addresses; for the other channels "********" in place of the URL, which is a secret. Sent back like that, it stays. */
            target: string[] | "********";
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
        };
        /** @description A JSON merge patch (RFC 7396): objects are merged at every depth, null deletes a field or sets it back to its default, and lists are replaced. */
        NotificationRouteChangeInput: {
            /** @description Whether it tells each incident at once or many together. */
            digest?: ("off" | "hourly" | "daily") | null;
            /** @description Whether it is in force. */
            enabled?: boolean | null;
            /** @description The language of its messages. */
            language?: ("en" | "de") | null;
            /** @description The lowest severity that it tells. */
            minSeverity?: ("warning" | "critical") | null;
            /** @description How long nobody is told about the same cause again, in minutes. */
            pauseMinutes?: number | null;
            /** @description Until they end, only critical incidents are told. */
            quietHours?: {
                /** @description When they begin, such as 22:00. */
                from?: string;
                /** @description The IANA time zone of both. */
                timezone?: string;
                /** @description When they end, on the next day if it is not later than `from`. */
                to?: string;
            } | null;
            /** @description Which incidents it tells. */
            scope?: {
                /** @description Only incidents of connections that are assigned to these clients or to their sites. */
                clientIds?: string[] | null;
                /** @description Only incidents of these connections. */
                connectionIds?: string[] | null;
                /** @description Only incidents of these data types. */
                dataTypes?: components["schemas"]["ERPDataTypeInput"][] | null;
            } | null;
            /** @description Signs the messages of the channel webhook. Without it, one is made, and shown in this answer only. */
            secret?: string;
            /** @description The mail addresses, as a list or with commas in between; for the other channels the URL of the incoming webhook. */
            target?: string | string[];
        };
        PartyNameInput: {
            /** @description The name by which people know it; null takes it away. */
            name: string | null;
        };
        /** @description A problem document (RFC 9457). */
        Problem: {
            /**
             * @description The last part of `type`, for programs.
             * @enum {string}
             */
            code: "request.malformed" | "request.invalid" | "request.unauthenticated" | "request.forbidden" | "request.not-found" | "request.method-not-allowed" | "request.conflict" | "request.stale" | "request.too-large" | "request.media-type" | "request.rate-limited" | "connection.not-active" | "connection.circuit-open" | "connection.data-type-disabled" | "connection.data-type-refused" | "connection.not-capable" | "connection.no-choices" | "webhook.unproven" | "webhook.replayed" | "webhook.unknown-type" | "feed.position-unknown" | "schedule.not-on-demand" | "assignment.none" | "assignment.switched-off" | "setup.credentials-rejected" | "setup.permission-missing" | "setup.host-unknown" | "setup.address-forbidden" | "setup.certificate-untrusted" | "setup.certificate-ends" | "setup.protocol-unsupported" | "setup.ssh-algorithms" | "setup.not-ssh" | "setup.host-key-unconfirmed" | "setup.host-key-changed" | "setup.private-key-unusable" | "setup.resource-missing" | "setup.request-refused" | "setup.answer-unexpected" | "setup.answer-too-large" | "setup.redirect-refused" | "setup.clock-skewed" | "setup.settings-invalid" | "setup.mapping-exhausting" | "setup.key-missing" | "remote.unreachable" | "remote.unavailable" | "remote.timeout" | "remote.cut-short" | "remote.cursor-repeated" | "remote.throttled" | "record.invalid" | "record.refused" | "file.unreadable" | "file.truncated" | "file.missing" | "file.too-large" | "file.locked" | "file.untrusted" | "push.unsettled" | "push.doubtful-match" | "run.cancelled" | "run.ended" | "run.interrupted" | "run.superseded" | "run.incomplete" | "run.too-many-deletions" | "run.too-many-rejects" | "run.worker-lost" | "preview.unanswered" | "store.unavailable" | "store.unreadable" | "channel.unset" | "channel.unreachable" | "channel.unavailable" | "channel.throttled" | "channel.refused" | "channel.gone" | "channel.credentials-rejected" | "channel.insecure" | "notification.undelivered" | "identity.unavailable" | "internal.bug";
            /** @description What happened in this case. */
            detail: string;
            /** @description The same as `detail`. */
            error: string;
            /** @description What is wrong with each field, if the input is invalid. */
            errors?: {
                /** @description What happened, in words. */
                message: string;
                /** @description Where it is, as in `lines.0.sku`. */
                path: string;
            }[];
            /** @description What to do now, in the language of the title. */
            hint: string;
            /** @description The path of the request. */
            instance: string;
            /**
             * @description Who acts: request: the caller; setup: an administrator; record: the owner of the record; transient and wait: nobody, Linkspan tries again or goes on by itself; bug: the developers.
             * @enum {string}
             */
            kind: "request" | "setup" | "record" | "transient" | "wait" | "bug";
            /** @description The id of the request in the logs. */
            requestId: string;
            /** @description The status. */
            status: number;
            /** @description The problem in a few words, in German if `Accept-Language` prefers that, else in English. */
            title: string;
            /** @description A stable name for the kind of problem. */
            type: string;
        };
        Readiness: {
            /** @description The commit that it was built from, if the installation says it. */
            commit?: string;
            /**
             * @description Whether Redis answers.
             * @constant
             */
            redis: "ok";
            /**
             * @description degraded: no worker has reported in the last 30 s, or somebody has paused or limited a queue, so jobs wait.
             * @enum {string}
             */
            status: "ok" | "degraded";
            /** @description The version of Linkspan that runs. */
            version: string;
            /** @description What needs a person, and what to do; absent if there is nothing. */
            warnings?: string[];
            /** @description How many workers have reported in the last 30 s. */
            workers: number;
        };
        Session: {
            /**
             * @description What was signed in with.
             * @enum {string}
             */
            authentication: "api-key" | "jwt";
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it ends, if it is not used again before; at the latest a day after it began.
             */
            expiresAt: string;
            /** @description The id. */
            id: string;
            /** @description Where the request came from; null for what a process did by itself. */
            ipAddress: string | null;
            /** @description The name of the API key, or the subject of the token. */
            name: string;
            /**
             * @description What the caller may do.
             * @enum {string}
             */
            role: "viewer" | "operator" | "admin";
            /**
             * Format: date-time
             * @description When it was used last.
             */
            seenAt: string;
            /** @description The `User-Agent` of the request. */
            userAgent: string | null;
        };
        SettledConflicts: {
            /** @description Conflicts of this data type that still wait for a person. */
            left: number;
            /** @description Conflicts that the strategy has decided. */
            settled: number;
        };
        SignedIn: {
            /** @description When the session ends if it is not used again before; null without a session. */
            expiresAt: string | null;
            /** @description The name of the API key, or the subject of the token. */
            name: string;
            /**
             * @description What the caller may do.
             * @enum {string}
             */
            role: "viewer" | "operator" | "admin";
        };
        /** @description The ERP that serves a site, and why. */
        SiteERP: {
            /** @description The connection that serves; null if none does. */
            connection: components["schemas"]["AssignedConnection"] | null;
            /**
             * @description Which step decides.
             * @enum {string}
             */
            source: "site" | "client" | "none";
            /** @description The three steps in their order. */
            why: {
                /** @description The assignment that the step found; null if there is none. */
                assignment: (components["schemas"]["SiteERPAssignment"] | components["schemas"]["ClientERPAssignment"]) | null;
                /** @description The connection of that assignment; null if there is none. */
                connection: components["schemas"]["AssignedConnection"] | null;
                /**
                 * @description counts: this step decides; absent: there is no such assignment, so the next step is asked; not_asked: an earlier step has decided.
                 * @enum {string}
                 */
                outcome: "counts" | "absent" | "not_asked";
                /**
                 * @description site: its own connection that overrides; client: the client's default; none: nothing serves it.
                 * @enum {string}
                 */
                rule: "site" | "client" | "none";
            }[];
        };
        SiteERPAssignment: {
            /** @description The platform's catalogue that goes with the ERP. */
            catalogId?: string;
            /** @description The platform's id of the client. */
            clientId: string;
            /**
             * Format: date-time
             * @description When it was created.
             */
            createdAt: string;
            /** @description Who assigned it; absent if that was not noted. */
            createdBy?: string;
            /** @description The id of the connection. */
            erpConnectionId: string;
            /** @description The id. */
            id: string;
            /** @description Whether it holds instead of the client's default. */
            overridesClient: boolean;
            /** @description The settings. */
            settings: {
                /**
                 * @description Whether employees are synced.
                 * @default true
                 */
                syncEmployees: boolean;
                /**
                 * @description Whether stock is synced.
                 * @default true
                 */
                syncInventory: boolean;
                /**
                 * @description Whether invoices are synced.
                 * @default true
                 */
                syncInvoices: boolean;
                /**
                 * @description Whether orders and their status are synced.
                 * @default true
                 */
                syncOrders: boolean;
                /**
                 * @description Whether products are synced.
                 * @default true
                 */
                syncProducts: boolean;
            };
            /** @description The platform's id of the site. */
            siteId: string;
            /**
             * Format: date-time
             * @description When it was changed last.
             */
            updatedAt: string;
            /** @description Who changed it last; absent if that was not noted. */
            updatedBy?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description The version of what was read, for `If-None-Match` and `If-Match`.
         * @example "5f2c"
         */
        ETag: string;
        /**
         * @description The URL of the next page, with `rel="next"`; absent on the last one.
         * @example </api/v1/erp/connections?cursor=b2Zm>; rel="next"
         */
        Link: string;
        /**
         * @description Where to find what was created or started.
         * @example /api/v1/erp/sync-logs/log_3k2j
         */
        Location: string;
        /**
         * @description How many requests are left, and for how many seconds they must last.
         * @example "default";r=5999;t=60
         */
        RateLimit: string;
        /**
         * @description How many requests a caller may send in how many seconds.
         * @example "default";q=6000;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description After how many seconds to try again.
         * @example 30
         */
        "Retry-After": number;
        /**
         * @description `true` if the answer is a run that was open already.
         * @example false
         */
        "X-Deduplicated": string;
        /**
         * @description The cursor of the next page; absent on the last one.
         * @example b2Zm
         */
        "X-Next-Cursor": string;
        /**
         * @description How many of the rejects that the run keeps are still open.
         * @example 4
         */
        "X-Open-Count": number;
        /**
         * @description How many records the run has rejected.
         * @example 12
         */
        "X-Rejected-Count": number;
        /**
         * @description The id of the request: that of the caller, or a new one. Logs and audit events carry it.
         * @example req-6c1f4a3e
         */
        "X-Request-Id": string;
        /**
         * @description `true` while records that an older version stored are still being indexed.
         * @example true
         */
        "X-Search-Incomplete": string;
        /**
         * @description How many items the whole list has. Only if that is known exactly without reading the list, as with no filter or a single one.
         * @example 412
         */
        "X-Total-Count": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description What was done. */
                action?: "erp_connection_created_enhanced" | "erp_connection_updated" | "erp_connection_deleted" | "erp_connection_tested" | "erp_connection_reconnected" | "erp_preview_requested" | "erp_manual_sync_triggered" | "erp_sync_cancelled" | "erp_rejects_reprocessed" | "erp_records_written" | "erp_record_forgotten" | "erp_conflict_resolved" | "erp_incident_acknowledged" | "erp_incident_snoozed" | "erp_sync_config_created" | "erp_sync_config_updated" | "erp_sync_config_deleted" | "client_erp_assigned" | "client_erp_unassigned" | "client_renamed" | "site_erp_assigned" | "site_erp_unassigned" | "site_renamed" | "erp_notification_route_created" | "erp_notification_route_updated" | "erp_notification_route_deleted" | "erp_notification_route_tested" | "erp_webhook_created" | "erp_webhook_updated" | "erp_webhook_deleted" | "erp_webhook_secret_rotated" | "erp_webhook_tested" | "erp_webhook_resent" | "erp_webhook_replayed" | "erp_unreadable_discarded" | "job_board_used" | "login_failed" | "session_started" | "session_ended";
                /** @description The id of the caller: the name of an API key, or the subject of a token. */
                actor?: string;
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
                /** @description An ISO 8601 time; without a zone it is UTC. */
                since?: string;
                /** @description The id of what was changed. */
                target?: string;
                /** @description An ISO 8601 time; without a zone it is UTC. */
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
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEvent"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listClients: {
        parameters: {
            query?: {
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
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
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPClient"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The platform's id of the client. */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPClient"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    nameClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The platform's id of the client. */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Acme"
                 *     }
                 */
                "application/json": components["schemas"]["PartyNameInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPClient"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The platform's id of the client. */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientERPAssignment"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The platform's id of the client. */
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
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClientERPAssignment"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id of the assignment. */
                assignmentId: string;
                /** @description The platform's id of the client. */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSites: {
        parameters: {
            query?: {
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The platform's id of the client. */
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSite"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The platform's id of the client. */
                clientId: string;
                /** @description The platform's id of the site. */
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSite"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    nameSite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The platform's id of the client. */
                clientId: string;
                /** @description The platform's id of the site. */
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Acme North"
                 *     }
                 */
                "application/json": components["schemas"]["PartyNameInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSite"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id of the connection. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message was taken; cXML says in its own status if it was not. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/xml": string;
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewAssignment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "change": {
                 *         "action": "unassign",
                 *         "clientId": "client-1",
                 *         "siteId": "site-2",
                 *         "erpConnectionId": "erp_2v7k0q9x4m1c8d3f"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ERPAssignmentPreviewRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPAssignmentPreview"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllConflicts: {
        parameters: {
            query?: {
                /** @description Only conflicts of this connection. */
                connectionId?: string;
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The kind of records. */
                dataType?: components["schemas"]["ERPDataTypeInput"];
                /** @description Only conflicts about this field, as in `price`, `shipTo.city` or `lines[].quantity`. */
                field?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
                /** @description Only conflicts that arose in this way. */
                reason?: "both_changed" | "back_and_forth" | "deleted_in_erp";
                /** @description Whether those that wait for somebody are wanted, or those that have ended. */
                status?: "open" | "resolved";
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
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConflict"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConflict"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "winner": "erp"
                 *     }
                 */
                "application/json": components["schemas"]["ERPConflictResolutionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPRecord"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveConflicts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "conflict_2v7k0q9x4m1c8d3f0mjx3c5wqa1b2c3"
                 *       ],
                 *       "winner": "system",
                 *       "dryRun": true
                 *     }
                 */
                "application/json": components["schemas"]["ERPConflictBatchResolutionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConflictBatchResult"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testConnectionDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "Custom",
                 *       "method": "api",
                 *       "credentials": {
                 *         "apiUrl": "https://erp.example.com",
                 *         "apiKey": "first-key"
                 *       },
                 *       "settings": {
                 *         "enabledDataTypes": [
                 *           "products"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ERPConnectionDraftInput"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestPending"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConnectionDraftTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestResult"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestPending"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchConnectionDraftTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream of events. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description How the ERP is reached. */
                connectionMethod?: "api" | "doi" | "sftp";
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
                /** @description Who made the ERP. */
                provider?: "SAP" | "Oracle" | "NetSuite" | "Dynamics" | "Odoo" | "Infor" | "Epicor" | "Custom";
                /** @description The status. */
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
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnection"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Webshop ERP",
                 *       "provider": "Custom",
                 *       "connectionMethod": "api",
                 *       "credentials": {
                 *         "apiUrl": "https://erp.example.com",
                 *         "apiKey": "first-key"
                 *       },
                 *       "settings": {
                 *         "enabledDataTypes": [
                 *           "products",
                 *           "inventory",
                 *           "orders"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewERPConnectionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnection"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnection"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The ETag that was read: the change is made only if nobody else has changed it since. */
                "if-match"?: string;
            };
            path: {
                /** @description The id. */
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
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnection"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The item was changed since that ETag was read. */
            412: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConnectionAssignments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionAssignments"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The `cursor` of the last answer; its `next` works too. 0 starts at the beginning. */
                after?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The kind of records. */
                dataType: components["schemas"]["ERPDataTypeInput"];
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPChanges"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The position is unknown; start again from the beginning. */
            410: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChoices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A field of `settings`. */
                field: string;
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPChoices"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The ERP took too long. */
            504: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConflict"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErpForms: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPForm"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dataType": "products",
                 *       "limit": 2,
                 *       "fieldMapping": {
                 *         "description": "name"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ERPPreviewRequestInput"] | components["schemas"]["ERPPushPreviewRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPPreview"] | components["schemas"]["ERPPushPreview"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The ERP took too long. */
            504: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reconnectConnection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
                /** @description `wait=N` waits up to N seconds for the end; `respond-async` answers at once. */
                prefer?: string;
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestResult"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestPending"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description Only records that were deleted, in place of those that are there: their ids, and when that was. `syncStatus` and `q` do not count then. */
                deleted?: boolean;
                /** @description The maximum number of items in the answer. */
                limit?: number;
                /** @description What a business key begins with (the keys of `GET /erp/search`), in any case; the records are then in the order of their keys. If no key does: text in the id, the ERP's id or a field of the record. Lines are not searched. */
                q?: string;
                /** @description Only records in this state. */
                syncStatus?: "pending" | "in_flight" | "uncertain" | "synced" | "conflict" | "error";
                /** @description Only records that have changed at this time or later. */
                updatedSince?: string;
            };
            header?: never;
            path: {
                /** @description The kind of records. */
                dataType: components["schemas"]["ERPDataTypeInput"];
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["ERPRecord"] | components["schemas"]["ERPDeletedRecord"])[];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The kind of records. */
                dataType: components["schemas"]["ERPDataTypeInput"];
                /** @description The id. */
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
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPRecord"] | components["schemas"]["ERPRecord"][];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The kind of records. */
                dataType: components["schemas"]["ERPDataTypeInput"];
                /** @description The id. */
                id: string;
                /** @description URL-encoded; it may contain slashes. */
                recordId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPRecord"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgetRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The kind of records. */
                dataType: components["schemas"]["ERPDataTypeInput"];
                /** @description The id. */
                id: string;
                /** @description URL-encoded; it may contain slashes. */
                recordId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJourney: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The kind of records. */
                dataType: components["schemas"]["ERPDataTypeInput"];
                /** @description The id. */
                id: string;
                /** @description URL-encoded; it may contain slashes. */
                recordId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPJourney"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description An ISO 8601 time; without a zone it is UTC. */
                from?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
                /** @description An ISO 8601 time; without a zone it is UTC. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The kind of records. */
                dataType: components["schemas"]["ERPDataTypeInput"];
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPScheduleSlot"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncStatistics"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
                /** @description `wait=N` waits up to N seconds for the end; `respond-async` answers at once. */
                prefer?: string;
            };
            path: {
                /** @description The id. */
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
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Deduplicated": components["headers"]["X-Deduplicated"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Deduplicated": components["headers"]["X-Deduplicated"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncConfiguration"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
                /** @description `wait=N` waits up to N seconds for the end; `respond-async` answers at once. */
                prefer?: string;
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestResult"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestPending"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
                /** @description `wait=N` waits up to N seconds for the end; `respond-async` answers at once. */
                prefer?: string;
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestResult"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestPending"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id. */
                id: string;
                /** @description The id of the test. */
                testId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestResult"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnectionTestPending"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchConnectionTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
                /** @description The id of the test. */
                testId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream of events. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPWebhookSecret"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Webshop ERP",
                 *       "provider": "Custom",
                 *       "connectionMethod": "api",
                 *       "credentials": {
                 *         "apiUrl": "https://erp.example.com",
                 *         "apiKey": "first-key"
                 *       },
                 *       "settings": {
                 *         "enabledDataTypes": [
                 *           "products",
                 *           "inventory",
                 *           "orders"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewERPConnectionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPConnection"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDataTypes: {
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
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPDataTypeDescription"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErrorCodes: {
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
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorCatalogEntry"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    watchUpdates: {
        parameters: {
            query?: {
                /** @description Which updates, separated by commas: connections, streams, runs, rejects, conflicts, incidents, deliveries. All without it. */
                topics?: string;
            };
            header?: {
                /** @description The id of the last event that was received; browsers send it by themselves. */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream of events. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIncidents: {
        parameters: {
            query?: {
                /** @description Only incidents that concern this connection. */
                connectionId?: string;
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
                /** @description Only incidents with this status. */
                status?: "open" | "acknowledged" | "closed";
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
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acknowledgeIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    snoozeIncident: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "until": "2026-08-03T06:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["IncidentSnoozeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Incident"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The platform's id of the client. */
                clientId?: string;
                /** @description The id of the connection. */
                erpConnectionId?: string;
                /** @description Instead of erpConnectionId: use the connection that serves this site. */
                siteId?: string;
            };
            header?: never;
            path: {
                /** @description The SKU. */
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPStock"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMappingOperations: {
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
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPMappingOperation"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    evaluateMapping: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connectionId": "erp_2v7k0q9x4m1c8d3f",
                 *       "dataType": "products",
                 *       "raw": [
                 *         {
                 *           "id": "17",
                 *           "sku": " GS-17",
                 *           "name": "Bolt"
                 *         }
                 *       ],
                 *       "mapping": {
                 *         "transformations": [
                 *           {
                 *             "field": "sku",
                 *             "operation": "trim"
                 *           }
                 *         ]
                 *       },
                 *       "trace": true
                 *     }
                 */
                "application/json": components["schemas"]["ERPMappingEvaluationRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPMappingEvaluation"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The ERP took too long. */
            504: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotificationRoutes: {
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
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationRoute"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createNotificationRoute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "webhook",
                 *       "target": "https://shop.example.com/linkspan",
                 *       "minSeverity": "critical"
                 *     }
                 */
                "application/json": components["schemas"]["NewNotificationRouteInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationRoute"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationRoute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationRoute"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteNotificationRoute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeNotificationRoute: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pauseMinutes": 15
                 *     }
                 */
                "application/json": components["schemas"]["NotificationRouteChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationRoute"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotificationDeliveries: {
        parameters: {
            query?: {
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDelivery"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the delivery. */
                deliveryId: string;
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDelivery"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testNotificationRoute: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
                /** @description `wait=N` waits up to N seconds for the end; `respond-async` answers at once. */
                prefer?: string;
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDelivery"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationDelivery"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "connectionId": "erp_2v7k0q9x4m1c8d3f",
                 *       "severity": "critical"
                 *     }
                 */
                "application/json": components["schemas"]["NotificationPreviewRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreview"][];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPOverview"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPProvider"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOpenRejects: {
        parameters: {
            query?: {
                /** @description Only rejects of connections that this client, or a site of it, is assigned to. */
                clientId?: string;
                /** @description Only rejects of this connection. */
                connectionId?: string;
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The kind of records. */
                dataType?: components["schemas"]["ERPDataTypeInput"];
                /** @description The maximum number of items in the answer. */
                limit?: number;
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
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPOpenReject"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reprocessRejects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "reject_2v7k0q9x4m1c8d3f_products_R1MtMTAwMDAwMA"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ERPReprocessRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPReprocessed"][];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /**
                 * @example {
                 *       "schedule": "0 2 * * *",
                 *       "timezone": "Europe/Berlin"
                 *     }
                 */
                "application/json": components["schemas"]["CronQuestionInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CronReading"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchRecords: {
        parameters: {
            query: {
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
                /** @description What to look for, in any case: the number of an order or invoice, the customer's reference or ours, a SKU, an employee's number or e-mail address, an id here or in the ERP. */
                q: string;
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
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Search-Incomplete": components["headers"]["X-Search-Incomplete"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSearchHit"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getActivity: {
        parameters: {
            query?: {
                /** @description Default: `hour` for up to two days, else `day`. */
                bucket?: "hour" | "day";
                /** @description Only runs of this connection. */
                connection?: string;
                /** @description The kind of records. */
                dataType?: components["schemas"]["ERPDataTypeInput"];
                /** @description Runs that began in the hour or on the day of this time, or later. Default: a day before `until`. */
                since?: string;
                /** @description Runs that began in the hour or on the day of this time, or earlier. Default: now. */
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
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPActivity"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStreams: {
        parameters: {
            query?: {
                /** @description Only streams of connections that this client, or a site of it, is assigned to. */
                clientId?: string;
                /** @description Only streams of this connection. */
                connectionId?: string;
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The kind of records. */
                dataType?: components["schemas"]["ERPDataTypeInput"];
                /** @description Only streams that are late, or only those that are not. */
                late?: boolean;
                /** @description The maximum number of items in the answer. */
                limit?: number;
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
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPStream"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
            };
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
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncConfiguration"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncConfiguration"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceSyncConfig: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is made only if nobody else has changed it since. */
                "if-match"?: string;
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "schedule": "0 3 * * *",
                 *       "timezone": "Europe/Berlin",
                 *       "enabled": true,
                 *       "settings": {}
                 *     }
                 */
                "application/json": components["schemas"]["ERPSyncConfigurationContentInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncConfiguration"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The item was changed since that ETag was read. */
            412: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
            header?: {
                /** @description The ETag that was read: the change is made only if nobody else has changed it since. */
                "if-match"?: string;
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "settings": {
                 *         "conflictResolution": "manual"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ERPSyncConfigurationChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncConfiguration"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The item was changed since that ETag was read. */
            412: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSyncConfigRevisions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncConfigurationRevision"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    settleConflicts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettledConflicts"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description An ISO 8601 time; without a zone it is UTC. */
                from?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
                /** @description An ISO 8601 time; without a zone it is UTC. */
                to?: string;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPScheduleSlot"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description Only runs of connections that this client, or a site of it, is assigned to. */
                clientId?: string;
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The kind of records. */
                dataType?: components["schemas"]["ERPDataTypeInput"];
                /** @description The id of the connection. */
                erpConnectionId?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
                /** @description The id of a run, or words that all stand in its id, its error code or its error message, in any case. */
                q?: string;
                /** @description An ISO 8601 time; without a zone it is UTC. */
                since?: string;
                /** @description The status. */
                status?: "idle" | "scheduled" | "syncing" | "success" | "error";
                /** @description What started the run. */
                trigger?: "manual" | "schedule" | "webhook" | "retry";
                /** @description An ISO 8601 time; without a zone it is UTC. */
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
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description Only entries at this time or later: ISO 8601; without a zone it is UTC. */
                from?: string;
                /** @description Only entries of this level, or of one of several: `info`, `warn`, `error`, with commas between. */
                level?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLogEntry"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream of events. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSyncRejectGroups: {
        parameters: {
            query?: {
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Open-Count": components["headers"]["X-Open-Count"];
                    "X-Rejected-Count": components["headers"]["X-Rejected-Count"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPRejectGroup"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "X-Total-Count": components["headers"]["X-Total-Count"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncReject"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Deduplicated": components["headers"]["X-Deduplicated"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSyncTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncTimeline"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardUnreadable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the entry, as the warning prints it. */
                itemId: string;
                /** @description What kind of entry it is, as the warning prints it. */
                kind: "sync-configuration" | "client-assignment" | "site-assignment" | "sync-log" | "sync-log-entry" | "reject" | "open-reject" | "record" | "conflict" | "audit-event" | "notification-route" | "incident";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
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
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPWebhook"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://shop.example.com/linkspan",
                 *       "events": [
                 *         "records.changed",
                 *         "sync.failed"
                 *       ],
                 *       "connectionIds": [
                 *         "erp_2v7k0q9x4m1c8d3f"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewERPWebhookInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPWebhook"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPWebhook"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read: the change is made only if nobody else has changed it since. */
                "if-match"?: string;
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ERPWebhookChangeInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPWebhook"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The item was changed since that ETag was read. */
            412: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description The cursor of the next page, from `X-Next-Cursor`. Following `Link` does the same. */
                cursor?: string;
                /** @description The maximum number of items in the answer. */
                limit?: number;
                /** @description `delivered`: it was accepted. `pending`: it was not accepted yet and is sent again. `failed`: it is not sent again by itself. */
                status?: "pending" | "delivered" | "failed";
            };
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Link: components["headers"]["Link"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Next-Cursor": components["headers"]["X-Next-Cursor"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPWebhookDeliverySummary"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the delivery. */
                deliveryId: string;
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPWebhookDelivery"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
                /** @description `wait=N` waits up to N seconds for the end; `respond-async` answers at once. */
                prefer?: string;
            };
            path: {
                /** @description The id of the delivery. */
                deliveryId: string;
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPWebhookDelivery"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPWebhookDelivery"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "since": "2026-01-01T00:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["ERPWebhookReplayRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPWebhookReplay"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPWebhook"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
                /** @description `wait=N` waits up to N seconds for the end; `respond-async` answers at once. */
                prefer?: string;
            };
            path: {
                /** @description The id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPWebhookDelivery"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPWebhookDelivery"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInstallation: {
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
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Installation"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
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
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "key": "a-long-random-secret"
                 *     }
                 */
                "application/json": {
                    /** @description An API key, or a signed JWT. */
                    key: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
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
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the session. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The platform's id of the client. */
                clientId?: string;
            };
            header?: never;
            path: {
                /** @description The platform's id of the site. */
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectiveERP"];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The platform's id of the site. */
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteERPAssignment"][];
                };
            };
            /** @description What you have is still valid: its `ETag` was sent in `If-None-Match`. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The platform's id of the site. */
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "clientId": "client-1",
                 *       "erpConnectionId": "erp_2v7k0q9x4m1c8d3f",
                 *       "overridesClient": true
                 *     }
                 */
                "application/json": components["schemas"]["NewSiteERPAssignmentInput"];
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteERPAssignment"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The id of the assignment. */
                assignmentId: string;
                /** @description The platform's id of the site. */
                siteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone. */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
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
                /** @description The platform's id of the client. */
                clientId?: string;
            };
            header?: {
                /** @description Any text of 1 to 255 characters that is new for each intention. A request that is sent again with the same key within 24 hours is answered as the first time, and nothing is created twice. */
                "idempotency-key"?: string;
                /** @description Any text of your own: a request that is sent again with it within 24 hours gets the first answer, and does nothing. */
                "Idempotency-Key"?: string;
                /** @description `wait=N` waits up to N seconds for the end; `respond-async` answers at once. */
                prefer?: string;
            };
            path: {
                /** @description The platform's id of the site. */
                siteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "dataType": "inventory"
                 *     }
                 */
                "application/json": components["schemas"]["ERPSyncRequestInput"];
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Deduplicated": components["headers"]["X-Deduplicated"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Deduplicated": components["headers"]["X-Deduplicated"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPSyncLog"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The role of the caller is not sufficient. */
            403: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body has another media type than the route accepts. */
            415: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveErpEvent: {
        parameters: {
            query?: {
                /** @description Sent once by Business Central when it is subscribed to: the answer is this text. */
                validationToken?: string;
            };
            header?: never;
            path: {
                /** @description The connection whose ERP sends. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer to a `validationToken`. */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ERPEventAccepted"];
                };
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No valid credentials. */
            401: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such item. */
            404: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The current state of the item does not allow it. */
            409: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is well-formed but invalid; `errors` says why. */
            422: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
            503: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    allowErpEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The connection whose ERP sends. */
                connectionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events may be sent. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
            /** @description There is no such item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; `Retry-After` says when to try again. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A bug in Linkspan. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Redis does not answer; `Retry-After` says when to try again. */
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

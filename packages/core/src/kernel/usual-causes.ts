import type { ErrorCode } from './error-catalog.ts'

/** The usual causes of each code, the most likely first. */
export const usualCauses: Readonly<Record<ErrorCode, string>> = {
  'request.malformed':
    'The JSON cannot be parsed, the body is missing, the cursor is not one of this API, or the request arrived too slowly.',
  'request.invalid': 'A field is missing, misspelt or of the wrong type, or the connector does not know a credential field.',
  'request.unauthenticated': 'No token, a mistyped or removed key, an expired JWT, or one of another issuer or audience.',
  'request.forbidden': 'The role of the caller does not allow it, or the claim `JWT_ROLE_CLAIM` of the JWT names no known role.',
  'request.not-found': 'The item was deleted, the log is older than the retention, or the id is of another kind or installation.',
  'request.method-not-allowed': 'The path is right, but the method is not, for example PUT instead of PATCH.',
  'request.conflict':
    'Someone else is working on the same item: another kind of sync of the same data is under way, or the conflict was resolved in the meantime.',
  'request.stale': 'The connection was changed after the ETag in `If-Match` was read. `pnpm reseal` changes the ETag too.',
  'request.too-large': 'The write contains too many records, or the headers have more than 16 KiB.',
  'request.media-type': '`Content-Type: application/json` is missing; curl sends form data by default.',
  'request.rate-limited':
    'A program calls in a loop without a pause, or many callers share one key. `RATE_LIMIT` counts by key, and by address if there is no key.',
  'connection.not-active': 'A test failed and set the status to `error`, or a person switched it off.',
  'connection.circuit-open':
    'Several syncs in a row failed because of the ERP, or it refused the credentials. `health` of the connection says since when, why, and when Linkspan tests it next.',
  'connection.data-type-disabled': '`settings.enabledDataTypes` does not contain it.',
  'connection.data-type-refused':
    'Its probe in the last connection test failed, for example with 404 or for want of a right, while other data types could be read.',
  'connection.not-capable': 'The connector cannot pull this data type, or cannot push it.',
  'connection.no-choices': 'The connector cannot ask its ERP for the values of this setting, or there is no such setting.',
  'schedule.not-on-demand': 'The sync configuration has `syncOnDemand: false`, for example to spare the ERP during the day.',
  'webhook.unproven':
    'The secret was changed on one side only, the scheme or a header in `settings.webhook` is another than the sender has, the clocks differ by more than five minutes, or a proxy has changed the body.',
  'webhook.replayed': 'The sender did not get the first answer and repeats the event, or somebody else replays it.',
  'webhook.unknown-type': '`settings.webhook` says nothing of this kind of event, or the `path` is not where the body names it.',
  'feed.position-unknown':
    'Redis was restored from a backup or emptied, so the position was given out in a life of the feed that is gone; or it belongs to another connection.',
  'assignment.none': 'Neither the site nor its client has a connection, or `clientId` was left out.',
  'assignment.switched-off': 'The settings of the assignment exclude this data type for the site.',
  'setup.credentials-rejected':
    'The password or token expired or was changed, the account is locked, or the token server refused the client.',
  'setup.permission-missing':
    'The user can log in but lacks the role for this resource, or the ERP accepts calls only from known addresses.',
  'setup.host-unknown': "The URL has a typing error, or only the ERP's own network knows the name.",
  'setup.address-forbidden': 'The ERP is in your own network, or its name resolves to an address there.',
  'setup.certificate-ends':
    'Nobody has renewed it yet. Linkspan looks at the certificate every day, and tells of it 30, 7 and 1 days before its end; a sync never ends with this error.',
  'setup.protocol-unsupported': 'The server speaks HTTP/2 only or an old version of TLS, or wants a client certificate.',
  'setup.ssh-algorithms':
    'The server is old, or is set up for old algorithms only, which Linkspan does not use unless a setting allows them.',
  'setup.not-ssh': 'The port belongs to another service, such as FTPS or a web server, or the server speaks only version 1 of SSH.',
  'setup.certificate-untrusted':
    'The certificate has expired or is for another name, its issuer is private, or the server does not send the intermediate certificates.',
  'setup.host-key-unconfirmed': 'The SFTP connection is new, and nobody has confirmed the fingerprint yet.',
  'setup.host-key-changed':
    'The server was reinstalled, its name stands for several machines with a key each, or something redirects the network traffic.',
  'setup.private-key-unusable': 'The key is in PKCS#8, incomplete or a public key, or the passphrase does not belong to it.',
  'setup.resource-missing': 'The base path is wrong, the service is not activated in the ERP, or an update of the ERP moved it.',
  'setup.request-refused': 'The ERP does not support a filter or a paging parameter.',
  'setup.answer-unexpected':
    'A login page, a proxy or a maintenance page answered instead of the ERP, or the rows are at another place in the answer.',
  'setup.answer-too-large': 'The ERP ignores the page size and sends everything at once.',
  'setup.redirect-refused': 'The URL is `http` or an old host name, and the ERP has moved.',
  'setup.clock-skewed': 'One of the two servers has no working NTP.',
  'setup.settings-invalid': 'The credentials do not fit `settings.authentication`, or the settings were changed during the run.',
  'setup.key-missing': 'A key was removed before `pnpm reseal`, or the worker was started with other `ENCRYPTION_KEYS` than the API.',
  'remote.unreachable': 'The ERP is down, a firewall or VPN blocks the connection, or the name server does not answer.',
  'remote.unavailable': 'The ERP is restarting, overloaded or under maintenance: HTTP 5xx, 408, 423 or 425.',
  'remote.timeout': 'The pages are too large for the ERP, a query there has no index, or the network is slow.',
  'remote.cut-short': 'A proxy limits the time or size of answers, or the ERP restarted in the middle of an answer.',
  'remote.cursor-repeated': 'The ERP ignores the paging parameter, or does not sort its rows in the order that the paging relies on.',
  'remote.throttled':
    'The quota of the ERP is used up, perhaps by other programs: HTTP 429, or 503 with `Retry-After`. `settings.rateLimit` limits the calls beforehand.',
  'record.invalid': 'A required field is empty, a text is not a number or date, or a transformation cannot handle the value.',
  'record.refused': 'A rule of the ERP was broken, for example by an unknown customer or material, a closed period or a wrong price.',
  'file.unreadable':
    'The file has another encoding, delimiter or format than the settings say, or the archive is damaged or protected with a password.',
  'file.truncated': 'The file was read while the sender was still writing it, or its transfer broke off.',
  'file.missing':
    "The sender's export did not run, or it wrote the file elsewhere or under another name. `settings.files.<type>.expectedBy` says when one is due.",
  'file.too-large': 'The sender exported everything instead of only changes, or the archive is a decompression bomb.',
  'file.locked': "The file was encrypted for another key than the connection's, or the passphrase is wrong.",
  'file.untrusted': 'The partner encrypts without signing, or signs with a new key.',
  'push.unsettled': 'The network failed, or a worker died, after a record was sent and before the answer arrived.',
  'run.cancelled': 'A person cancelled the run, switched its connection off, or deleted it.',
  'run.ended': 'The run ended just before, or someone else cancelled it.',
  'run.interrupted': 'A deployment or a restart stopped the worker.',
  'run.superseded': 'The worker was frozen, or without Redis, for longer than its lock on the job lasts.',
  'run.too-many-rejects':
    'All records of a pull were rejected, or a larger share than settings.maxRejectShare, for one reason mostly: a decimal comma, a missing column, a changed format.',
  'push.doubtful-match':
    'An answer was lost, and the ERP has a record whose reference is ours cut off or without its punctuation: it may be ours, or another one.',
  'run.incomplete':
    'Rows moved between pages while they were read, or the ERP counts rows that it does not deliver, for example because of a missing permission.',
  'run.too-many-deletions': 'A filter or a permission in the ERP hides records, or that many records were really deleted.',
  'preview.unanswered': 'No worker is running, or all workers are busy with syncs.',
  'setup.mapping-exhausting': 'The expression loops, builds up text without end, or is too slow for so many records.',
  'run.worker-lost': 'Usually a worker ran out of memory, because of pages with huge records. Linkspan does not retry the run.',
  'store.unavailable':
    'Redis is restarting, full, hanging, or now a replica, or it refuses the password. The log of each process says which.',
  'store.unreadable': 'A program other than Linkspan, or a release with a bug, has written to Redis.',
  'channel.unset': 'An e-mail route was created before anybody gave the workers a mail server.',
  'channel.unreachable': 'A typing error in `SMTP_URL` or in the URL, a firewall, or a server that is down or silent.',
  'channel.unavailable': 'Greylisting, a full mailbox, a chat under maintenance, or a server that closes for a restart.',
  'channel.throttled': 'More messages than the chat takes in a minute, perhaps of other senders to the same channel.',
  'channel.refused':
    'An address that does not exist, a sender that the mail server does not let send (`MAIL_FROM`), a filter for spam, or a webhook that its administrators have forbidden.',
  'channel.gone': 'The webhook or its channel was deleted or archived in the chat, or a part of its URL is missing.',
  'channel.credentials-rejected': 'The password was changed, or the account needs a password of its own for applications.',
  'channel.insecure':
    'The certificate is self-signed, has expired or is for another name, or `smtps://` is used with a port that begins without TLS.',
  'notification.undelivered': 'The last deliveries of the route failed, each for the reason that its attempts name.',
  'identity.unavailable': 'The identity provider is down, or the API cannot reach its address. Only requests are affected, not runs.',
  'internal.bug':
    'Something happened that the developers did not foresee. A run is retried as after a transient failure, in case it was bad luck.',
}

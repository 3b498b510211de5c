import type { FieldTable } from './field-table.ts'

/** The fields of several connectors, in German. */
export const commonFields: FieldTable = {
  titles: {
    apiUrl: 'URL der Schnittstelle',
    username: 'Benutzername',
    password: 'Passwort',
    apiKey: 'API-Schlüssel',
    apiSecret: 'API-Geheimnis',
    oauthToken: 'OAuth-Token',
    clientId: 'Client-ID',
    clientSecret: 'Client-Geheimnis',
    tokenUrl: 'URL des Token-Servers',
    scope: 'Berechtigungsumfang (Scope)',
    clientCertificate: 'Client-Zertifikat',
    clientKey: 'Privater Schlüssel des Client-Zertifikats',
    webhookSecret: 'Webhook-Geheimnis',
    timeout: 'Zeitlimit',
    retryAttempts: 'Wiederholungsversuche',
    retryDelay: 'Wartezeit vor Wiederholungen',
    batchSize: 'Datensätze je Seite',
    syncSchedule: 'Zeitplan',
    timezone: 'Zeitzone',
    enabledDataTypes: 'Datenarten',
    rateLimit: 'Aufrufgrenze',
    max: 'Höchstzahl',
    perMs: 'Zeitfenster in ms',
    maxConcurrentCalls: 'Gleichzeitige Aufrufe',
    pushConcurrency: 'Gleichzeitig gesendete Datensätze',
    watermarkOverlap: 'Überlappung inkrementeller Syncs',
    maxDeleteShare: 'Größter Anteil an Löschungen',
    maxRejectShare: 'Größter Anteil an Abweisungen',
    freshness: 'Erlaubtes Alter der Daten',
    webhook: 'Ereignisse des ERP (Webhook)',
    dataType: 'Datenart',
    path: 'Pfad',
    map: 'Zuordnung der Wörter',
    scheme: 'Verfahren',
    header: 'Kopfzeile',
    algorithm: 'Hashfunktion',
    encoding: 'Kodierung',
    prefix: 'Präfix',
    timestampHeader: 'Kopfzeile mit der Sendezeit',
    tokenPath: 'Pfad des Geheimnisses',
    product: 'Produkt',
    resources: 'Ressourcen',
    products: 'Produkte',
    inventory: 'Bestände',
    orders: 'Bestellungen',
    order_status: 'Bestellstatus',
    invoices: 'Rechnungen',
    type: 'Art',
    units: 'Mengeneinheiten',
    secretHeaders: 'Geheime Kopfzeilen',
    secretQuery: 'Geheime Abfrageparameter',
    maxResponseBytes: 'Größte Antwort in Bytes',
    privateKey: 'Privater Schlüssel',
    paging: 'Blättern',
    issuer: 'Aussteller',
    audience: 'Empfänger (Audience)',
    language: 'Sprache',
    id: 'ID',
    name: 'Name',
    template: 'Vorlage',
    success: 'Erfolg',
    rows: 'Zeilen',
    fields: 'Felder',
    employees: 'Mitarbeitende',
    format: 'Format',
    kind: 'Art',
    columns: 'Spalten',
    zone: 'Zeitzone',
    changedAt: 'Zeit der Änderung',
    push: 'Senden',
    certificateId: 'Zertifikats-ID',
    prices: 'Preise',
    total: 'Gesamtzahl',
    referenceField: 'Feld der Referenz',
  },
  descriptions: {
    'PEM, with the certificates between it and its authority behind it.':
      'PEM, dahinter die Zertifikate zwischen ihm und seiner Zertifizierungsstelle.',
    'The private key of clientCertificate: PEM, without a passphrase.': 'Der private Schlüssel zu clientCertificate: PEM, ohne Passphrase.',
    'What the ERP proves its events by.': 'Womit das ERP seine Ereignisse beweist.',
    'The time limit of one call to the ERP, and of a connection test, in ms.':
      'Zeitlimit eines Aufrufs des ERP und eines Verbindungstests, in ms.',
    'How often a failing page is retried before the run ends with an error.':
      'Wie oft eine fehlschlagende Seite wiederholt wird, bevor der Lauf mit einem Fehler endet.',
    'The base of the exponential backoff with full jitter, in ms.':
      'Grundwert der exponentiell wachsenden Wartezeit mit voller Streuung, in ms.',
    'How many records one page has.': 'Wie viele Datensätze eine Seite hat.',
    'The cron expression for every data type that has no sync configuration of its own.':
      'Cron-Ausdruck für jede Datenart, die keine eigene Sync-Konfiguration hat.',
    'The IANA time zone of the schedule.': 'Zeitzone des Zeitplans (IANA).',
    'The data types that may be synced.': 'Die Datenarten, die abgeglichen werden dürfen.',
    'The maximum number of calls to this ERP in a time window, over all workers.':
      'Höchstzahl der Aufrufe dieses ERP in einem Zeitfenster, über alle Worker.',
    "The maximum number of calls to this ERP at the same time, over all workers and runs. It only lowers the connector's own limit.":
      'Höchstzahl gleichzeitiger Aufrufe dieses ERP, über alle Worker und Läufe. Der Wert kann die eigene Grenze des Connectors nur senken.',
    'How many records of one push are sent at the same time. A connector whose ERP bears less lowers it.':
      'Wie viele Datensätze einer Übertragung gleichzeitig gesendet werden. Verträgt das ERP weniger, senkt der Connector den Wert.',
    'How far before the watermark an incremental sync starts to ask, in ms, so that it finds changes that the ERP committed late.':
      'Wie weit vor dem letzten Stand ein inkrementeller Sync zu fragen beginnt, in ms, damit er Änderungen findet, die das ERP verspätet festschrieb.',
    'The largest share of the records that one full sync may delete because the ERP no longer has them. If it would be more, none is deleted and the run ends with an error.':
      'Größter Anteil der Datensätze, den ein voller Sync löschen darf, weil das ERP sie nicht mehr hat. Wären es mehr, wird keiner gelöscht und der Lauf endet mit einem Fehler.',
    'The largest share of the records of one pull, of ten or more, that may be rejected. If it is more, or if all are, the run ends with an error and the watermark stays.':
      'Größter Anteil der Datensätze eines Laufs, ab zehn, der abgewiesen werden darf. Sind es mehr oder alle, endet der Lauf mit einem Fehler und der Stand bleibt.',
    'How old the data of a data type may be, in minutes since the last success. Without it: the time in which its schedule is due twice.':
      'Wie alt die Daten einer Datenart sein dürfen, in Minuten seit dem letzten Erfolg. Ohne Angabe: die Zeit, in der ihr Zeitplan zweimal fällig ist.',
    'Events of the ERP: `POST /webhooks/erp/{connectionId}` starts an incremental sync of what has changed.':
      'Ereignisse des ERP: `POST /webhooks/erp/{connectionId}` startet einen inkrementellen Sync dessen, was sich geändert hat.',
    'What has changed: a data type, or where the body names it.': 'Was sich geändert hat: eine Datenart, oder wo der Rumpf sie nennt.',
    'Where the body, as JSON, says what has changed: `event.type`, or `value[].resource` for several events in one body.':
      'Wo der Rumpf (JSON) sagt, was sich geändert hat: `event.type`, oder `value[].resource` bei mehreren Ereignissen in einem Rumpf.',
    'Which data type each of its words means. A word also counts as a part of a longer one: `items` of `companies(1)/items(2)`.':
      'Welche Datenart jedes seiner Wörter bedeutet. Ein Wort zählt auch als Teil eines längeren: `items` in `companies(1)/items(2)`.',
    'An HMAC of the body in a header.': 'Ein HMAC des Rumpfs in einer Kopfzeile.',
    'The secret itself, in a header or in the body.': 'Das Geheimnis selbst, in einer Kopfzeile oder im Rumpf.',
    'Standard Webhooks: signatures of id, time and body.': 'Standard Webhooks: Signaturen über Kennung, Zeit und Rumpf.',
    'The header with the signature of the body.': 'Die Kopfzeile mit der Signatur des Rumpfs.',
    'The header that has the secret, plain or after `Bearer`.': 'Die Kopfzeile mit dem Geheimnis, allein oder hinter `Bearer`.',
    'The hash of the HMAC.': 'Die Hashfunktion des HMAC.',
    'How the signature is written.': 'Wie die Signatur geschrieben ist.',
    'What is written before the signature, as in `sha256=`.': 'Was vor der Signatur steht, wie `sha256=`.',
    'The header with the time of sending, in seconds since 1970 or ISO 8601. The signature is of the body, or of the time, a point and the body.':
      'Die Kopfzeile mit der Sendezeit, in Sekunden seit 1970 oder nach ISO 8601. Signiert ist der Rumpf, oder Zeit, Punkt und Rumpf.',
    "Where the body has the secret, if no header has it: `value[].clientState` of Business Central's.":
      'Wo der Rumpf das Geheimnis hat, wenn keine Kopfzeile es hat: `value[].clientState` bei Business Central.',
    'Which of the systems of this provider it is.': 'Welches der Systeme dieses Anbieters es ist.',
    'Headers that hold a secret, by name. They are sent with every call to the ERP, stored encrypted, and shown as "********".':
      'Kopfzeilen mit einem Geheimnis, nach Namen. Sie werden mit jedem Aufruf an das ERP gesendet, verschlüsselt gespeichert und als „********“ gezeigt.',
    'Query parameters that hold a secret, treated like secretHeaders.':
      'Abfrageparameter mit einem Geheimnis, behandelt wie secretHeaders.',
    'The most bytes of one answer. 64 MiB unless told.': 'Höchstzahl der Bytes einer Antwort. Ohne Angabe 64 MiB.',
    'The time zone of times that name none. By default UTC, with a warning if there are such times.':
      'Die Zeitzone von Zeiten, die keine nennen. Ohne Angabe UTC, mit einer Warnung, wenn solche Zeiten vorkommen.',
  },
}

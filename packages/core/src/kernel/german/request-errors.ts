import type { ErrorWords } from './error-words.ts'

/** What the caller of the API corrects, in German. */
export const germanRequestErrors = {
  'request.malformed': {
    title: 'Fehlerhafte Anfrage',
    hint: 'Die Anfrage berichtigen; die Einzelheiten sagen, was daran falsch ist.',
  },
  'request.invalid': { title: 'Ungültige Eingabe', hint: 'Die genannten Felder berichtigen.' },
  'request.unauthenticated': {
    title: 'Nicht angemeldet',
    hint: 'Mit einem API-Schlüssel oder JWT anmelden, den diese Installation annimmt: „Authorization: Bearer <Schlüssel>“.',
  },
  'request.forbidden': {
    title: 'Nicht erlaubt',
    hint: 'Tun, was die Meldung sagt. Nennt sie eine Rolle: die Administration darum bitten.',
  },
  'request.not-found': {
    title: 'Nicht gefunden',
    hint: 'Pfad und Kennung prüfen; vielleicht wurde der Eintrag gelöscht.',
  },
  'request.method-not-allowed': { title: 'Methode nicht erlaubt', hint: 'Eine der Methoden aus der Kopfzeile Allow verwenden.' },
  'request.conflict': {
    title: 'Konflikt',
    hint: 'Den Eintrag neu laden, ansehen, was sich geändert hat, und es bei Bedarf noch einmal versuchen.',
  },
  'request.stale': {
    title: 'Inzwischen von jemand anderem geändert',
    hint: 'Den Eintrag neu laden und die Änderung mit seinem neuen ETag senden.',
  },
  'request.too-large': { title: 'Anfrage zu groß', hint: 'Die Anfrage in kleinere teilen.' },
  'request.media-type': { title: 'Medientyp nicht unterstützt', hint: 'Als application/json senden.' },
  'request.rate-limited': { title: 'Zu viele Anfragen', hint: 'So viele Sekunden warten, wie Retry-After sagt.' },
  'connection.not-active': {
    title: 'Die Verbindung ist nicht aktiv',
    hint: 'Die Verbindung testen oder ihren Status auf „active“ setzen.',
  },
  'connection.circuit-open': {
    title: 'Mit dem ERP kann derzeit nicht gearbeitet werden',
    hint: 'Der Zustand der Verbindung nennt den Grund. Linkspan prüft das ERP von selbst und macht weiter, sobald es wieder da ist; POST /erp/connections/{id}/reconnect prüft es sofort, und "force": true gleicht trotzdem ab.',
  },
  'connection.data-type-disabled': {
    title: 'Die Datenart ist nicht eingeschaltet',
    hint: 'Die Datenart in settings.enabledDataTypes der Verbindung aufnehmen.',
  },
  'connection.data-type-refused': {
    title: 'Die Datenart ist nicht lesbar',
    hint: 'Berichtigen, was der Verbindungstest an dieser Datenart bemängelt hat, und die Verbindung erneut testen.',
  },
  'connection.not-capable': {
    title: 'Das bietet der Connector nicht',
    hint: 'Etwas wählen, das der Connector kann; GET /erp/providers zählt es auf.',
  },
  'connection.no-choices': {
    title: 'Für diese Einstellung gibt es keine Werteliste',
    hint: 'Den Wert als Text eingeben; `choices` in GET /erp/providers nennt die Einstellungen mit Wertelisten.',
  },
  'webhook.unproven': {
    title: 'Die Echtheit des Ereignisses ist nicht bewiesen',
    hint: 'Im ERP und in credentials.webhookSecret der Verbindung dasselbe Geheimnis eintragen und settings.webhook mit dem vergleichen, was das ERP sendet.',
  },
  'webhook.replayed': {
    title: 'Das Ereignis wurde schon angenommen',
    hint: 'Nichts zu tun: Das erste hat einen Sync gestartet.',
  },
  'webhook.unknown-type': {
    title: 'Unbekannte Art von Ereignis',
    hint: 'In settings.webhook angeben, wovon die Ereignisse handeln: `dataType`, oder `path` und `map`.',
  },
  'feed.position-unknown': {
    title: 'Unbekannte Position im Änderungsfeed',
    hint: 'Seit diese Position vergeben wurde, hat der Feed neu begonnen oder wurde zurückgesetzt, etwa durch eine zurückgespielte Sicherung. Die eigene Kopie verwerfen und die Änderungen mit after=0 von vorn lesen.',
  },
  'schedule.not-on-demand': {
    title: 'Sync auf Anforderung ist ausgeschaltet',
    hint: 'Den Zeitplan abwarten oder settings.syncOnDemand der Sync-Konfiguration auf true setzen.',
  },
  'assignment.none': {
    title: 'Kein ERP zugeordnet',
    hint: 'Dem Standort eine Verbindung zuordnen. Oder seinem Kunden eine Standardverbindung zuordnen und den Kunden mit clientId nennen.',
  },
  'assignment.switched-off': {
    title: 'Für diesen Standort ausgeschaltet',
    hint: 'Die Datenart in den Einstellungen der Zuordnung einschalten.',
  },
  'run.cancelled': { title: 'Abgebrochen', hint: 'Bei Bedarf einen neuen Lauf starten.' },
  'run.ended': { title: 'Der Lauf ist beendet', hint: 'Einen neuen Lauf starten.' },
} as const satisfies Readonly<Record<string, ErrorWords>>

import type { ErrorCode } from '../error-catalog.ts'
import { germanChannelErrors } from './channel-errors.ts'
import type { ErrorWords } from './error-words.ts'
import { germanRequestErrors } from './request-errors.ts'
import { germanSetupErrors } from './setup-errors.ts'

/** Every error of the catalogue in German. */
export const germanErrors: Readonly<Record<ErrorCode, ErrorWords>> = {
  ...germanRequestErrors,
  ...germanSetupErrors,
  ...germanChannelErrors,
  'remote.unreachable': {
    title: 'Das ERP ist nicht erreichbar',
    hint: 'Host, Port und die Firewall zwischen Linkspan und dem ERP prüfen.',
  },
  'remote.unavailable': {
    title: 'Das ERP ist nicht verfügbar',
    hint: 'Das ERP hat mit einem eigenen Fehler geantwortet. Den Betrieb des ERP fragen.',
  },
  'remote.timeout': {
    title: 'Das ERP hat zu lange gebraucht',
    hint: 'settings.timeout erhöhen oder settings.batchSize senken.',
  },
  'remote.cut-short': {
    title: 'Die Antwort des ERP brach ab',
    hint: 'settings.batchSize senken und die Proxys auf dem Weg prüfen.',
  },
  'remote.cursor-repeated': {
    title: 'Das ERP blättert im Kreis',
    hint: 'Das ERP hat denselben Cursor zweimal geschickt. In den Einstellungen eine andere Art des Blätterns wählen oder es dem Hersteller melden.',
  },
  'remote.throttled': {
    title: 'Das ERP bittet Linkspan, langsamer zu sein',
    hint: 'Nichts zu tun: Der Lauf geht nach der Pause weiter, um die das ERP gebeten hat.',
  },
  'record.invalid': { title: 'Ungültiger Datensatz', hint: 'Den Datensatz im ERP berichtigen oder das Mapping anpassen.' },
  'record.refused': {
    title: 'Das ERP hat einen Datensatz abgelehnt',
    hint: 'Die Meldung des ERP lesen und den Datensatz berichtigen. Wird er neu geschrieben, wird er neu gesendet.',
  },
  'file.unreadable': {
    title: 'Eine Datei ist nicht lesbar',
    hint: 'Die Datei mit dem Format in den Einstellungen vergleichen; die Vorschau schlägt ein Format vor. Ist sie beschädigt: eine neue anfordern.',
  },
  'file.truncated': {
    title: 'Eine Datei ist abgeschnitten',
    hint: 'Vielleicht wird sie noch geschrieben; Linkspan liest sie erneut. Hält es an: den Absender bitten, sie unter anderem Namen zu schreiben und am Ende umzubenennen.',
  },
  'file.missing': {
    title: 'Eine erwartete Datei ist nicht gekommen',
    hint: 'Den Absender fragen, ob und unter welchem Namen sie geschrieben wurde. Kommt sie nicht mehr täglich: settings.files.<type>.expectedBy entfernen.',
  },
  'file.too-large': {
    title: 'Eine Datei ist zu groß',
    hint: 'Den Absender bitten, sie zu teilen, oder die Grenzen in den Einstellungen anheben.',
  },
  'file.locked': {
    title: 'Eine Datei lässt sich nicht entschlüsseln',
    hint: 'Den privaten Schlüssel eintragen, für den sie verschlüsselt wurde, und seine Passphrase.',
  },
  'file.untrusted': {
    title: 'Eine Datei ist nicht vom Partner signiert',
    hint: 'Nichts daraus wurde gespeichert. Den Partner fragen, ob er sie geschickt hat, und seinen öffentlichen Schlüssel eintragen.',
  },
  'push.unsettled': {
    title: 'Ob ein gesendeter Datensatz ankam, ist unbekannt',
    hint: 'Linkspan fragt erst das ERP, ob es ihn hat, und sendet nur dann noch einmal, wenn nicht.',
  },
  'push.doubtful-match': {
    title: 'Ein Datensatz im ERP passt nur fast',
    hint: 'Beide vergleichen: Sind sie derselbe, dort die Referenz berichtigen; sonst dem im ERP eine eigene geben. Dann erneut abgleichen.',
  },
  'run.interrupted': {
    title: 'Ein Lauf wurde unterbrochen',
    hint: 'Nichts zu tun: Ein anderer Worker macht bei der letzten gespeicherten Seite weiter.',
  },
  'run.superseded': { title: 'Ein Lauf wurde übernommen', hint: 'Nichts zu tun: Ein anderer Worker führt ihn weiter.' },
  'run.incomplete': {
    title: 'Die Zahlen gehen nicht auf',
    hint: 'Es wurden nicht so viele Datensätze gelesen, wie das ERP angekündigt hat. Noch einmal abgleichen; geht es wieder nicht auf, im ERP nach fehlenden Datensätzen suchen.',
  },
  'run.too-many-deletions': {
    title: 'Zu viele Datensätze würden gelöscht',
    hint: 'Zuerst im ERP nachsehen: Eine leere oder viel kürzere Liste ist dort meist ein Fehler. Sind sie wirklich weg: settings.maxDeleteShare für einen vollen Abgleich anheben.',
  },
  'run.too-many-rejects': {
    title: 'Zu viele Datensätze wurden abgewiesen',
    hint: 'Den häufigsten Grund lesen und Mapping, Einstellungen oder Daten berichtigen. Dürfen so viele fehlen: settings.maxRejectShare anheben.',
  },
  'run.worker-lost': {
    title: 'An einem Lauf sterben die Worker',
    hint: 'Speichergrenzen und Logs der Worker prüfen.',
  },
  'preview.unanswered': {
    title: 'Kein Worker hat rechtzeitig geantwortet',
    hint: 'GET /readyz sagt, ob ein Worker läuft. Einen starten, oder es später noch einmal versuchen.',
  },
  'store.unavailable': {
    title: 'Redis antwortet nicht',
    hint: 'Redis und das Netz dorthin prüfen. Vor dem Wiederholen einer Änderung nachsehen, ob sie gespeichert wurde: Vielleicht ging nur die Antwort verloren.',
  },
  'store.unreadable': {
    title: 'Etwas Gespeichertes ist nicht lesbar',
    hint: 'GET /readyz nennt es und sagt, wie es gelöscht wird. Löschen und neu eingeben, oder eine Sicherung zurückspielen.',
  },
  'identity.unavailable': {
    title: 'Tokens können nicht geprüft werden',
    hint: 'Der Server unter JWT_JWKS_URL antwortet nicht. Es bald noch einmal versuchen oder einen API-Schlüssel verwenden.',
  },
  'internal.bug': {
    title: 'Interner Fehler',
    hint: 'Das ist ein Fehler in Linkspan. Bitte mit der Kennung der Anfrage oder des Laufs melden.',
  },
}

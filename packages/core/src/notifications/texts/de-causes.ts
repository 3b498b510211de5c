import { germanChannelCauses } from './de-channel-causes.ts'
import { germanSetupCauses } from './de-setup-causes.ts'
import type { CauseText, ToldCause } from './texts.ts'

const retried = 'Linkspan versucht es erneut.'

/** The causes of incidents in German. */
export const germanCauses: Readonly<Record<ToldCause, CauseText>> = {
  ...germanSetupCauses,
  ...germanChannelCauses,
  'freshness.late': {
    what: 'Daten sind älter als erlaubt',
    hint: 'Prüfen, wann zuletzt abgeglichen wurde und warum seitdem nicht: pausierter Zeitplan, kein Worker oder fehlschlagende Läufe.',
  },
  'webhook.paused': {
    what: 'Ein Webhook ist pausiert',
    hint: 'Der Empfänger hat einen Tag lang keine Ereignisse angenommen oder existiert nicht mehr. Empfänger in Ordnung bringen und den Webhook wieder einschalten: sieben Tage lang geht nichts verloren.',
  },
  'circuit.open': {
    what: 'Das ERP wird vorerst nicht aufgerufen',
    hint: 'Linkspan prüft die Verbindung von Zeit zu Zeit und gleicht von selbst wieder ab, sobald eine Prüfung gelingt.',
  },
  'conflict.waiting': { what: 'Konflikte warten auf eine Entscheidung', hint: 'Für jeden Konflikt entscheiden, welche Seite recht hat.' },
  'volume.unusual': {
    what: 'Ungewöhnlich wenige Datensätze',
    hint: 'Prüfen, ob die Quelle noch sendet: Ein ausgefallener Shop oder ein stehender Export verursacht hier keinen Fehler.',
  },
  'remote.unreachable': {
    what: 'Das ERP ist nicht erreichbar',
    hint: `${retried} Hält es an: Host, Port und die Firewall zwischen Linkspan und dem ERP prüfen.`,
  },
  'remote.unavailable': {
    what: 'Das ERP ist nicht verfügbar',
    hint: `Das ERP hat mit einem eigenen Fehler geantwortet. ${retried} Hält es an: den Betrieb des ERP fragen.`,
  },
  'remote.timeout': {
    what: 'Das ERP hat zu lange gebraucht',
    hint: `${retried} Hält es an: settings.timeout erhöhen oder settings.batchSize senken.`,
  },
  'remote.cut-short': {
    what: 'Die Antwort des ERP brach ab',
    hint: 'Linkspan fragt dieselbe Seite noch einmal ab. Hält es an: settings.batchSize senken und die Proxys auf dem Weg prüfen.',
  },
  'remote.cursor-repeated': {
    what: 'Das ERP blättert im Kreis',
    hint: 'Das ERP hat denselben Cursor zweimal geschickt. In den Einstellungen eine andere Art des Blätterns wählen oder es dem Hersteller melden.',
  },
  'remote.throttled': {
    what: 'Das ERP bittet Linkspan, langsamer zu sein',
    hint: 'Nichts zu tun: Der Lauf geht nach der Pause weiter, um die das ERP gebeten hat.',
  },
  'record.invalid': { what: 'Ungültiger Datensatz', hint: 'Den Datensatz im ERP berichtigen oder das Mapping anpassen.' },
  'record.refused': {
    what: 'Das ERP hat einen Datensatz abgelehnt',
    hint: 'Die Meldung des ERP lesen und den Datensatz berichtigen. Wird er neu geschrieben, wird er neu gesendet.',
  },
  'file.unreadable': {
    what: 'Eine Datei ist nicht lesbar',
    hint: 'Die Datei mit dem Format in den Einstellungen vergleichen; die Vorschau schlägt ein Format vor. Ist sie beschädigt: eine neue anfordern.',
  },
  'file.truncated': {
    what: 'Eine Datei ist abgeschnitten',
    hint: 'Vielleicht wird sie noch geschrieben; Linkspan liest sie erneut. Hält es an: den Absender bitten, sie unter anderem Namen zu schreiben und am Ende umzubenennen.',
  },
  'file.missing': {
    what: 'Eine erwartete Datei ist nicht gekommen',
    hint: 'Den Absender fragen, ob und unter welchem Namen sie geschrieben wurde. Kommt sie nicht mehr täglich: settings.files.<type>.expectedBy entfernen.',
  },
  'file.too-large': {
    what: 'Eine Datei ist zu groß',
    hint: 'Den Absender bitten, sie zu teilen, oder die Grenzen in den Einstellungen anheben.',
  },
  'file.locked': {
    what: 'Eine Datei lässt sich nicht entschlüsseln',
    hint: 'Den privaten Schlüssel eintragen, für den sie verschlüsselt wurde, und seine Passphrase.',
  },
  'file.untrusted': {
    what: 'Eine Datei ist nicht vom Partner signiert',
    hint: 'Nichts daraus wurde gespeichert. Den Partner fragen, ob er sie geschickt hat, und seinen öffentlichen Schlüssel eintragen.',
  },
  'push.unsettled': {
    what: 'Ob ein gesendeter Datensatz ankam, ist unbekannt',
    hint: 'Linkspan fragt erst das ERP, ob es ihn hat, und sendet nur dann noch einmal, wenn nicht.',
  },
  'push.doubtful-match': {
    what: 'Ein Datensatz im ERP passt nur fast',
    hint: 'Beide vergleichen: Sind sie derselbe, dort die Referenz berichtigen; sonst dem im ERP eine eigene geben. Dann erneut abgleichen.',
  },
  'run.interrupted': {
    what: 'Ein Lauf wurde unterbrochen',
    hint: 'Nichts zu tun: Ein anderer Worker macht bei der letzten gespeicherten Seite weiter.',
  },
  'run.superseded': { what: 'Ein Lauf wurde übernommen', hint: 'Nichts zu tun: Ein anderer Worker führt ihn weiter.' },
  'run.incomplete': {
    what: 'Die Zahlen gehen nicht auf',
    hint: 'Es wurden nicht so viele Datensätze gelesen, wie das ERP angekündigt hat. Noch einmal abgleichen; geht es wieder nicht auf, im ERP nach fehlenden Datensätzen suchen.',
  },
  'run.too-many-deletions': {
    what: 'Zu viele Datensätze würden gelöscht',
    hint: 'Zuerst im ERP nachsehen: Eine leere oder viel kürzere Liste ist dort meist ein Fehler. Sind sie wirklich weg: settings.maxDeleteShare für einen vollen Abgleich anheben.',
  },
  'run.too-many-rejects': {
    what: 'Zu viele Datensätze wurden abgewiesen',
    hint: 'Den häufigsten Grund lesen und Mapping, Einstellungen oder Daten berichtigen. Dürfen so viele fehlen: settings.maxRejectShare anheben.',
  },
  'run.worker-lost': {
    what: 'An einem Lauf sterben die Worker',
    hint: 'Speichergrenzen und Logs der Worker prüfen.',
  },
  'preview.unanswered': {
    what: 'Kein Worker hat rechtzeitig geantwortet',
    hint: 'GET /readyz sagt, ob ein Worker läuft. Einen starten, oder es später noch einmal versuchen.',
  },
  'store.unavailable': { what: 'Redis antwortet nicht', hint: 'Redis und das Netz dorthin prüfen.' },
  'store.unreadable': {
    what: 'Etwas Gespeichertes ist nicht lesbar',
    hint: 'GET /readyz nennt es und sagt, wie es gelöscht wird. Löschen und neu eingeben, oder eine Sicherung zurückspielen.',
  },
  'identity.unavailable': {
    what: 'Tokens können nicht geprüft werden',
    hint: 'Der Server unter JWT_JWKS_URL antwortet nicht.',
  },
  'internal.bug': { what: 'Ein Fehler in Linkspan', hint: 'Bitte mit der Kennung des Laufs melden.' },
}

import type { JourneyTexts } from './texts.ts'

const am = (time: string | null): string => (time === null ? '' : ` am ${time}`)
const inWords = (message: string | undefined): string => (message ? `: ${message}` : '.')

const statuses: JourneyTexts['statuses'] = {
  pending: 'noch nicht begonnen',
  processing: 'in Vorbereitung',
  partially_shipped: 'teilweise versandt',
  shipped: 'versandt',
  delivered: 'zugestellt',
  cancelled: 'storniert',
  on_hold: 'angehalten',
  returned: 'zurückgesandt',
}
const statusIn = (status = 'unknown'): string => statuses[status] ?? 'unbekannt'

export const germanJourney: JourneyTexts = {
  event: {
    written: () => 'Von der Plattform geschrieben.',
    waited: ({ seconds = 0 }) => `Hat ${String(seconds).replace('.', ',')} s auf das Senden gewartet.`,
    sent: ({ attempt = 1, reference }) => `An das ERP gesendet, Versuch ${attempt}${reference ? `, mit der Referenz ${reference}` : ''}.`,
    uncertain: ({ message }) => `Keine Antwort, die zeigt, ob es angekommen ist${inWords(message)}`,
    accepted: () => 'Das ERP hat es angenommen.',
    found: () => 'Im ERP unter unserer Referenz gefunden und deshalb nicht noch einmal gesendet.',
    requeued: ({ message }) => `Wartet darauf, noch einmal gesendet zu werden${inWords(message)}`,
    refused: ({ message }) => `Vom ERP abgelehnt${inWords(message)}`,
    echo: () => 'Das ERP hat zurückgegeben, was gesendet wurde: keine Änderung.',
    read: () => 'Zum ersten Mal aus dem ERP gelesen.',
    changed: ({ version }) =>
      version === undefined
        ? 'Mit anderem Inhalt aus dem ERP gelesen.'
        : `Mit anderem Inhalt aus dem ERP gelesen: Dies ist Version ${version}.`,
    status: ({ from, to }) => `Der Status der Bestellung war ${statusIn(from)} und ist jetzt ${statusIn(to)}.`,
    conflict: () => 'Auf beiden Seiten geändert: wartet auf eine Entscheidung.',
    decided: () => 'Der Konflikt ist entschieden.',
    deleted: () => 'Gelöscht.',
  },
  state: {
    pending: 'Wartet darauf, an das ERP gesendet zu werden.',
    in_flight: 'Wird gerade an das ERP gesendet.',
    uncertain: 'Wurde gesendet und nicht beantwortet: Das ERP wird danach gefragt, bevor noch einmal gesendet wird.',
    synced: 'Ist hier und im ERP gleich.',
    conflict: 'Wurde auf beiden Seiten geändert und wartet auf eine Entscheidung.',
    error: 'Wurde vom ERP abgelehnt.',
    deleted: 'Ist gelöscht.',
  },
  called: {
    orders: (name) => `Bestellung ${name}`,
    products: (name) => `Produkt ${name}`,
    order_status: (name) => `Bestellung ${name}`,
    inventory: (name) => `Bestand von ${name}`,
    employees: (name) => `Personaleintrag ${name}`,
    invoices: (name) => `Rechnung ${name}`,
  },
  received: (called, time) => (time === null ? `Bei uns liegt vor: ${called}.` : `Bei uns liegt seit dem ${time} vor: ${called}.`),
  had: (called) => `Bei uns lag vor: ${called}.`,
  customer: {
    pending: () => 'Die Weitergabe zur Bearbeitung steht kurz bevor.',
    in_flight: () => 'Die Weitergabe zur Bearbeitung läuft.',
    uncertain: () => 'Wir haben alles weitergegeben und prüfen gerade, ob es angekommen ist.',
    synced: () => 'Alles ist angekommen und wird bearbeitet.',
    conflict: () => 'Es gab Änderungen an zwei Stellen, jemand aus unserem Team sieht sich das an.',
    error: () => 'So war keine Bearbeitung möglich, jemand aus unserem Team sieht sich das an.',
    deleted: (time) => `Der Eintrag wurde${am(time)} gelöscht.`,
  },
  upToDate: (time) => (time === null ? 'Unsere Daten sind aktuell.' : `Unsere Daten sind aktuell; zuletzt geändert wurden sie am ${time}.`),
  orderStatus: (status) => `Der Status ist: ${status}.`,
  next: {
    pending: 'Von Ihrer Seite ist nichts zu tun.',
    in_flight: 'Von Ihrer Seite ist nichts zu tun.',
    uncertain: 'Von Ihrer Seite ist nichts zu tun, und nichts wird doppelt bestellt.',
    synced: 'Von Ihrer Seite ist nichts zu tun.',
    conflict: 'Wir melden uns, wenn wir etwas brauchen.',
    error: 'Wir melden uns, wenn wir etwas brauchen.',
    deleted: 'Falls das nicht erwartet war, hilft eine Rückfrage bei uns.',
  },
  statuses,
}

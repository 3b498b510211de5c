import type { channelErrors } from '../channel-errors.ts'
import type { ErrorWords } from './error-words.ts'

const retriedForADay = 'Linkspan versucht es einen Tag lang erneut.'

/** What is wrong with the channels themselves, in German. */
export const germanChannelErrors: Readonly<Record<keyof typeof channelErrors, ErrorWords>> = {
  'channel.unset': {
    title: 'Kein Mailserver ist eingestellt',
    hint: 'SMTP_URL und MAIL_FROM für die Worker setzen und sie neu starten.',
  },
  'channel.unreachable': {
    title: 'Der Empfänger der Benachrichtigungen ist nicht erreichbar',
    hint: `${retriedForADay} Hält es an: Hostname, Port und die Firewall auf dem Weg prüfen.`,
  },
  'channel.unavailable': {
    title: 'Der Empfänger der Benachrichtigungen ist nicht verfügbar',
    hint: `${retriedForADay} Seine eigenen Worte stehen in der Zustellung.`,
  },
  'channel.throttled': {
    title: 'Der Empfänger der Benachrichtigungen bittet Linkspan, langsamer zu sein',
    hint: 'Nichts zu tun: Linkspan versucht es nach der Pause, um die er gebeten hat.',
  },
  'channel.refused': {
    title: 'Der Empfänger der Benachrichtigungen hat die Nachricht abgelehnt',
    hint: 'Seine Worte in der Zustellung lesen. Meist ist eine Adresse, MAIL_FROM oder die URL zu berichtigen.',
  },
  'channel.gone': {
    title: 'Den Empfänger der Benachrichtigungen gibt es nicht mehr',
    hint: 'Der Webhook wurde dort gelöscht oder seine URL ist falsch. Einen neuen anlegen und seine URL eintragen.',
  },
  'channel.credentials-rejected': {
    title: 'Der Mailserver hat die Zugangsdaten abgelehnt',
    hint: 'Benutzer und Passwort in SMTP_URL berichtigen und die Worker neu starten.',
  },
  'channel.insecure': {
    title: 'Keine sichere Verbindung zum Mailserver',
    hint: 'Er bietet kein TLS an oder ein Zertifikat, dem nicht vertraut wird. Das Zertifikat erneuern oder seinen Aussteller mit NODE_EXTRA_CA_CERTS hinzufügen.',
  },
  'notification.undelivered': {
    title: 'Ein Benachrichtigungsweg stellt nicht zu',
    hint: 'GET /erp/notification-routes/{id}/deliveries sagt, warum. Den Weg oder seinen Empfänger berichtigen und testen.',
  },
}

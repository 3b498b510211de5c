import type { setupErrors } from '../setup-errors.ts'
import type { ErrorWords } from './error-words.ts'

/** What an administrator corrects, in German. */
export const germanSetupErrors: Readonly<Record<keyof typeof setupErrors, ErrorWords>> = {
  'setup.credentials-rejected': {
    title: 'Das ERP hat die Zugangsdaten abgelehnt',
    hint: 'Neue Zugangsdaten in der Verbindung eintragen und sie testen.',
  },
  'setup.permission-missing': {
    title: 'Das ERP hat den Zugriff verweigert',
    hint: 'Die Administration des ERP bitten, diesem Benutzer den Zugriff zu geben.',
  },
  'setup.host-unknown': { title: 'Der Hostname ist unbekannt', hint: 'Den Hostnamen in der URL der Verbindung prüfen.' },
  'setup.address-forbidden': {
    title: 'Die Adresse ist nicht erlaubt',
    hint: 'Der Host ist eine Loopback-, Link-local- oder private Adresse. Dürfen Verbindungen dorthin: OUTBOUND_ALLOW_PRIVATE=true setzen.',
  },
  'setup.certificate-untrusted': {
    title: 'Dem Zertifikat wird nicht vertraut',
    hint: 'Das Zertifikat des ERP erneuern oder seinen Aussteller mit NODE_EXTRA_CA_CERTS hinzufügen.',
  },
  'setup.certificate-ends': {
    title: 'Das Zertifikat des ERP läuft bald ab',
    hint: 'Das Zertifikat des ERP erneuern, bevor es abläuft: Danach wird ihm nicht mehr vertraut, und nichts wird mehr abgeglichen.',
  },
  'setup.protocol-unsupported': {
    title: 'Kein gemeinsames Protokoll',
    hint: 'Den Betrieb des ERP bitten, HTTP/1.1 über TLS 1.2 oder 1.3 zu erlauben. Verlangt es ein Client-Zertifikat: eines eintragen, wenn der Connector es kennt.',
  },
  'setup.ssh-algorithms': {
    title: 'Kein gemeinsamer SSH-Algorithmus',
    hint: 'Den Betrieb des Servers bitten, aktuelle Algorithmen zu erlauben. Bis dahin settings.legacyAlgorithms auf true setzen.',
  },
  'setup.not-ssh': {
    title: 'Das ist kein SSH-Server',
    hint: 'Host und Port prüfen: SFTP hat meist Port 22. FTP und FTPS werden nicht unterstützt.',
  },
  'setup.host-key-unconfirmed': {
    title: 'Der Host-Schlüssel ist nicht bestätigt',
    hint: 'Den Betrieb des Servers nach dem Fingerabdruck fragen, vergleichen und in der Verbindung speichern.',
  },
  'setup.host-key-changed': {
    title: 'Der Host-Schlüssel hat sich geändert',
    hint: 'Den Betrieb des Servers fragen, ob er ersetzt wurde. Wenn ja: den neuen Fingerabdruck speichern. Wenn nein: Jemand hört vielleicht mit.',
  },
  'setup.private-key-unusable': {
    title: 'Der private Schlüssel ist nicht brauchbar',
    hint: 'Einen Schlüssel im OpenSSH- oder klassischen PEM-Format eintragen (nicht PKCS#8), und seine Passphrase.',
  },
  'setup.resource-missing': {
    title: 'Das ERP kennt diese Ressource nicht',
    hint: 'URL und Pfad dieser Datenart in den Einstellungen prüfen.',
  },
  'setup.request-refused': {
    title: 'Das ERP hat die Anfrage abgelehnt',
    hint: 'Die Meldung des ERP in den Einzelheiten lesen und die Einstellungen der Verbindung berichtigen.',
  },
  'setup.answer-unexpected': {
    title: 'Unerwartete Antwort des ERP',
    hint: 'Eine HTML-Seite kommt meist von einer Anmeldung oder einem Proxy: die URL prüfen. Sonst Pfad und Zeilen in den Einstellungen.',
  },
  'setup.answer-too-large': {
    title: 'Die Antwort des ERP ist zu groß',
    hint: 'settings.batchSize senken oder settings.maxResponseBytes anheben.',
  },
  'setup.redirect-refused': {
    title: 'Das ERP leitet auf einen anderen Server um',
    hint: 'Linkspan schickt Zugangsdaten nie an eine andere Adresse. Die endgültige URL eintragen.',
  },
  'setup.clock-skewed': {
    title: 'Die Uhren stimmen nicht überein',
    hint: 'Die Uhren beider Server mit NTP stellen: Tokens und Änderungszeiten hängen davon ab.',
  },
  'setup.settings-invalid': { title: 'Ungültige Einstellungen', hint: 'Die Einstellungen der Verbindung berichtigen.' },
  'setup.mapping-exhausting': {
    title: 'Ein Ausdruck braucht zu viel Zeit oder Speicher',
    hint: 'Die jsonata-Transformation vereinfachen oder eine andere Operation nehmen.',
  },
  'setup.key-missing': {
    title: 'Zugangsdaten lassen sich nicht öffnen',
    hint: 'Der Schlüssel, der sie versiegelt hat, fehlt in ENCRYPTION_KEYS. Ihn hinzufügen oder die Zugangsdaten neu eintragen.',
  },
}

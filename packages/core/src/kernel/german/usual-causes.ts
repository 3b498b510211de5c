import type { ErrorCode } from '../error-catalog.ts'

/** The usual causes of each code in German, the most likely first. */
export const germanUsualCauses: Readonly<Record<ErrorCode, string>> = {
  'request.malformed':
    'Das JSON ist nicht lesbar, der Rumpf fehlt, der Cursor stammt nicht von dieser API, oder die Anfrage kam zu langsam an.',
  'request.invalid':
    'Ein Feld fehlt, ist falsch geschrieben oder vom falschen Typ, oder der Connector kennt ein Feld der Zugangsdaten nicht.',
  'request.unauthenticated':
    'Kein Token, ein vertippter oder entfernter Schlüssel, ein abgelaufenes JWT oder eines von anderem Aussteller oder für andere Empfänger.',
  'request.forbidden': 'Die Rolle erlaubt es nicht, oder der Claim `JWT_ROLE_CLAIM` des JWT nennt keine bekannte Rolle.',
  'request.not-found':
    'Der Eintrag wurde gelöscht, das Protokoll ist älter als die Aufbewahrung, oder die Kennung gehört zu etwas anderem oder zu einer anderen Installation.',
  'request.method-not-allowed': 'Der Pfad stimmt, die Methode nicht, zum Beispiel PUT statt PATCH.',
  'request.conflict':
    'Jemand anderes arbeitet am selben Eintrag: Ein anderer Sync derselben Datenart läuft, oder der Konflikt wurde inzwischen gelöst.',
  'request.stale': 'Die Verbindung wurde geändert, nachdem der ETag in `If-Match` gelesen wurde. Auch `pnpm reseal` ändert den ETag.',
  'request.too-large': 'Es sind zu viele Datensätze auf einmal, oder die Kopfzeilen haben mehr als 16 KiB.',
  'request.media-type': '`Content-Type: application/json` fehlt; curl sendet sonst Formulardaten.',
  'request.rate-limited':
    'Ein Programm ruft ohne Pause in einer Schleife auf, oder viele teilen sich einen Schlüssel. `RATE_LIMIT` zählt je Schlüssel, ohne Schlüssel je Adresse.',
  'connection.not-active': 'Ein Test ist gescheitert und hat den Status auf `error` gesetzt, oder jemand hat sie ausgeschaltet.',
  'connection.circuit-open':
    'Mehrere Syncs hintereinander sind am ERP gescheitert, oder es hat die Zugangsdaten abgelehnt. `health` der Verbindung sagt seit wann, warum, und wann Linkspan wieder prüft.',
  'connection.data-type-disabled': 'Sie steht nicht in `settings.enabledDataTypes`.',
  'connection.data-type-refused':
    'Ihre Probe im letzten Verbindungstest ist gescheitert, etwa mit 404 oder mangels einer Berechtigung, während andere Datenarten lesbar waren.',
  'connection.not-capable': 'Der Connector kann diese Datenart nicht lesen oder nicht schreiben.',
  'connection.no-choices': 'Der Connector kann sein ERP nicht nach den Werten dieser Einstellung fragen, oder es gibt sie nicht.',
  'schedule.not-on-demand': 'Die Sync-Konfiguration hat `syncOnDemand: false`, etwa um das ERP tagsüber zu schonen.',
  'webhook.unproven':
    'Das Geheimnis wurde nur auf einer Seite geändert, das Verfahren oder eine Kopfzeile in `settings.webhook` ist eine andere als beim Absender, die Uhren gehen mehr als fünf Minuten auseinander, oder ein Proxy hat den Rumpf verändert.',
  'webhook.replayed':
    'Der Absender hat die erste Antwort nicht bekommen und wiederholt das Ereignis, oder jemand anderes spielt es erneut ein.',
  'webhook.unknown-type':
    '`settings.webhook` sagt nichts über diese Art von Ereignis, oder `path` ist nicht die Stelle, an der der Rumpf sie nennt.',
  'feed.position-unknown':
    'Redis wurde geleert oder aus einer Sicherung wiederhergestellt, sodass die Position zu einem früheren Stand des Feeds gehört; oder sie gehört zu einer anderen Verbindung.',
  'assignment.none': 'Weder der Standort noch sein Kunde hat eine Verbindung, oder `clientId` wurde weggelassen.',
  'assignment.switched-off': 'Die Einstellungen der Zuordnung schließen diese Datenart für den Standort aus.',
  'setup.credentials-rejected':
    'Passwort oder Token ist abgelaufen oder wurde geändert, das Konto ist gesperrt, oder der Token-Server hat den Client abgelehnt.',
  'setup.permission-missing':
    'Der Benutzer kann sich anmelden, ihm fehlt aber die Berechtigung für diese Ressource, oder das ERP lässt nur bekannte Adressen zu.',
  'setup.host-unknown': 'Die URL ist vertippt, oder nur das Netz des ERP kennt den Namen.',
  'setup.address-forbidden': 'Das ERP steht im eigenen Netz, oder sein Name führt zu einer Adresse dort.',
  'setup.certificate-ends':
    'Niemand hat es bisher erneuert. Linkspan prüft das Zertifikat täglich und meldet sich 30, 7 und 1 Tag vor seinem Ende; ein Sync endet nie mit diesem Fehler.',
  'setup.protocol-unsupported': 'Der Server spricht nur HTTP/2 oder ein altes TLS, oder er verlangt ein Client-Zertifikat.',
  'setup.ssh-algorithms':
    'Der Server ist alt oder nur für alte Algorithmen eingerichtet, die Linkspan ohne eine Einstellung dafür nicht verwendet.',
  'setup.not-ssh': 'Der Port gehört zu einem anderen Dienst, etwa FTPS oder einem Webserver, oder der Server spricht nur SSH 1.',
  'setup.certificate-untrusted':
    'Das Zertifikat ist abgelaufen oder gilt für einen anderen Namen, sein Aussteller ist privat, oder der Server schickt die Zwischenzertifikate nicht mit.',
  'setup.host-key-unconfirmed': 'Die SFTP-Verbindung ist neu, und niemand hat den Fingerabdruck bisher bestätigt.',
  'setup.host-key-changed':
    'Der Server wurde neu installiert, hinter seinem Namen stehen mehrere Maschinen mit je einem Schlüssel, oder etwas leitet den Netzverkehr um.',
  'setup.private-key-unusable':
    'Der Schlüssel liegt als PKCS#8 vor, ist unvollständig oder ein öffentlicher, oder die Passphrase gehört nicht dazu.',
  'setup.resource-missing': 'Der Basispfad ist falsch, der Dienst ist im ERP nicht aktiviert, oder ein Update des ERP hat ihn verlegt.',
  'setup.request-refused': 'Das ERP unterstützt einen Filter oder einen Parameter zum Blättern nicht.',
  'setup.answer-unexpected':
    'Statt des ERP hat eine Anmeldeseite, ein Proxy oder eine Wartungsseite geantwortet, oder die Zeilen stehen an anderer Stelle der Antwort.',
  'setup.answer-too-large': 'Das ERP beachtet die Seitengröße nicht und sendet alles auf einmal.',
  'setup.redirect-refused': 'Die URL beginnt mit `http` oder nennt einen alten Hostnamen, und das ERP ist umgezogen.',
  'setup.clock-skewed': 'Auf einem der beiden Server läuft kein NTP.',
  'setup.settings-invalid':
    'Die Zugangsdaten passen nicht zu `settings.authentication`, oder die Einstellungen wurden während des Laufs geändert.',
  'setup.key-missing':
    'Ein Schlüssel wurde vor `pnpm reseal` entfernt, oder der Worker wurde mit anderen `ENCRYPTION_KEYS` gestartet als die API.',
  'setup.mapping-exhausting': 'Der Ausdruck läuft in einer Schleife, baut endlos Text auf oder ist zu langsam für so viele Datensätze.',
  'remote.unreachable':
    'Das ERP ist ausgefallen, eine Firewall oder ein VPN blockiert die Verbindung, oder der Nameserver antwortet nicht.',
  'remote.unavailable': 'Das ERP startet neu, ist überlastet oder in Wartung: HTTP 5xx, 408, 423 oder 425.',
  'remote.timeout': 'Die Seiten sind zu groß für das ERP, einer Abfrage dort fehlt ein Index, oder das Netz ist langsam.',
  'remote.cut-short': 'Ein Proxy begrenzt Dauer oder Größe der Antworten, oder das ERP ist mitten in einer Antwort neu gestartet.',
  'remote.cursor-repeated':
    'Das ERP beachtet den Parameter zum Blättern nicht oder sortiert die Zeilen nicht so, wie das Blättern es voraussetzt.',
  'remote.throttled':
    'Das Kontingent des ERP ist aufgebraucht, vielleicht von anderen Programmen: HTTP 429, oder 503 mit `Retry-After`. `settings.rateLimit` begrenzt die Aufrufe vorab.',
  'record.invalid': 'Ein Pflichtfeld ist leer, ein Text ist keine Zahl oder kein Datum, oder eine Transformation verträgt den Wert nicht.',
  'record.refused':
    'Eine Regel des ERP wurde verletzt, etwa durch einen unbekannten Kunden oder Artikel, eine geschlossene Periode oder einen falschen Preis.',
  'file.unreadable':
    'Die Datei hat eine andere Kodierung, ein anderes Trennzeichen oder Format als eingestellt, oder das Archiv ist beschädigt oder passwortgeschützt.',
  'file.truncated': 'Die Datei wurde gelesen, während der Absender noch schrieb, oder ihre Übertragung brach ab.',
  'file.missing':
    'Der Export des Absenders lief nicht, oder er hat die Datei woanders oder unter anderem Namen abgelegt. `settings.files.<type>.expectedBy` sagt, wann eine fällig ist.',
  'file.too-large': 'Der Absender hat alles statt nur der Änderungen exportiert, oder das Archiv ist eine Dekompressionsbombe.',
  'file.locked': 'Die Datei wurde für einen anderen Schlüssel als den der Verbindung verschlüsselt, oder die Passphrase ist falsch.',
  'file.untrusted': 'Der Partner verschlüsselt, ohne zu signieren, oder signiert mit einem neuen Schlüssel.',
  'push.unsettled': 'Nach dem Senden eines Datensatzes fiel das Netz oder ein Worker aus, bevor die Antwort kam.',
  'push.doubtful-match':
    'Eine Antwort ging verloren, und das ERP hat einen Datensatz, dessen Referenz unsere in gekürzter Form oder ohne Satzzeichen ist: Er kann von uns sein oder ein anderer.',
  'run.cancelled': 'Jemand hat den Lauf abgebrochen, seine Verbindung ausgeschaltet oder sie gelöscht.',
  'run.ended': 'Der Lauf endete kurz zuvor, oder jemand anderes hat ihn abgebrochen.',
  'run.interrupted': 'Eine neue Version oder ein Neustart hat den Worker beendet.',
  'run.superseded': 'Der Worker stand still oder war ohne Redis, länger als seine Sperre des Jobs hält.',
  'run.incomplete':
    'Zeilen wanderten während des Lesens zwischen Seiten, oder das ERP zählt Zeilen, die es nicht liefert, etwa mangels einer Berechtigung.',
  'run.too-many-deletions': 'Ein Filter oder eine Berechtigung im ERP verbirgt Datensätze, oder es wurden wirklich so viele gelöscht.',
  'run.too-many-rejects':
    'Alle Datensätze oder ein größerer Anteil als settings.maxRejectShare wurden abgewiesen, meist aus einem Grund: ein Dezimalkomma, eine fehlende Spalte, ein geändertes Format.',
  'run.worker-lost': 'Meist ging einem Worker bei Seiten mit riesigen Datensätzen der Speicher aus. Linkspan wiederholt den Lauf nicht.',
  'preview.unanswered': 'Kein Worker läuft, oder alle sind mit Syncs beschäftigt.',
  'store.unavailable':
    'Redis startet neu, ist voll, hängt, ist jetzt ein Replikat oder lehnt das Passwort ab. Das Protokoll jedes Prozesses sagt, was davon.',
  'store.unreadable': 'Ein fremdes Programm oder eine fehlerhafte Version hat in Redis geschrieben.',
  'channel.unset': 'Ein Meldeweg für Mails wurde angelegt, bevor die Worker einen Mailserver hatten.',
  'channel.unreachable': 'Ein Tippfehler in `SMTP_URL` oder in der URL, eine Firewall, oder ein Server, der ausgefallen ist oder schweigt.',
  'channel.unavailable': 'Greylisting, ein volles Postfach, ein Chat in Wartung, oder ein Server, der für einen Neustart schließt.',
  'channel.throttled': 'Mehr Nachrichten, als der Chat je Minute annimmt, vielleicht von anderen Absendern an denselben Kanal.',
  'channel.refused':
    'Eine Adresse, die es nicht gibt, ein Absender, den der Mailserver nicht zulässt (`MAIL_FROM`), ein Spamfilter, oder ein Webhook, den die Administration dort gesperrt hat.',
  'channel.gone': 'Der Webhook oder sein Kanal wurde im Chat gelöscht oder archiviert, oder ein Teil seiner URL fehlt.',
  'channel.credentials-rejected': 'Das Passwort wurde geändert, oder das Konto braucht ein eigenes Passwort für Anwendungen.',
  'channel.insecure':
    'Das Zertifikat ist selbst signiert, abgelaufen oder gilt für einen anderen Namen, oder `smtps://` wird mit einem Port verwendet, der ohne TLS beginnt.',
  'notification.undelivered': 'Die letzten Zustellungen des Wegs sind gescheitert, jede aus dem Grund, den ihre Versuche nennen.',
  'identity.unavailable':
    'Der Identitätsanbieter ist ausgefallen, oder die API erreicht seine Adresse nicht. Das betrifft nur Anfragen, keine Läufe.',
  'internal.bug':
    'Es ist etwas geschehen, das die Entwicklung nicht vorhergesehen hat. Ein Lauf wird wie nach einem vorübergehenden Fehler wiederholt, falls es nur Pech war.',
}

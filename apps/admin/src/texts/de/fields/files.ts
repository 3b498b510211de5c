import type { FieldTable } from './field-table.ts'

/** The fields of files by SFTP, in German. */
export const filesFields: FieldTable = {
  titles: {
    sftpHost: 'Host',
    sftpPort: 'Port',
    sftpUsername: 'Benutzername',
    sftpPassword: 'Passwort',
    sftpPrivateKey: 'Privater Schlüssel',
    sftpPassphrase: 'Passphrase',
    sftpPath: 'Basisordner',
    sftpHostFingerprint: 'Fingerabdruck des Host-Schlüssels',
    pgpPrivateKey: 'Privater PGP-Schlüssel',
    pgpPassphrase: 'Passphrase des PGP-Schlüssels',
    pgpPartnerKey: 'PGP-Schlüssel des Partners',
    files: 'Dateien',
    folder: 'Ordner',
    pattern: 'Dateinamen',
    delimiter: 'Trennzeichen',
    quote: 'Anführungszeichen',
    escape: 'Maskierungszeichen',
    skipLines: 'Zeilen überspringen',
    shortRows: 'Zu kurze Zeilen',
    trailer: 'Schlusszeile',
    mark: 'Byte Order Mark',
    'trailer.mark': 'Text der ersten Zelle',
    countColumn: 'Spalte mit der Zeilenzahl',
    sheet: 'Tabellenblatt',
    decimal: 'Dezimaltrennzeichen',
    dateFormat: 'Datumsformat',
    content: 'Inhalt',
    expectedBy: 'Erwartet bis',
    time: 'Uhrzeit',
    complete: 'Wann eine Datei fertig ist',
    by: 'Erkannt an',
    seconds: 'Sekunden',
    suffixes: 'Endungen',
    after: 'Nach dem Lesen',
    onError: 'Bei Fehlern',
    csv: 'CSV',
    lineEnd: 'Zeilenende',
    guardFormulas: 'Schutz vor Formeln',
    trigger: 'Endung der Fertigmeldung',
    archiveFolder: 'Archivordner',
    errorFolder: 'Fehlerordner',
    legacyAlgorithms: 'Alte SSH-Algorithmen',
    unpacking: 'Entpacken',
    maxBytes: 'Größte Datei in Bytes',
    maxRatio: 'Größtes Verhältnis',
    maxFileBytes: 'Größte Datei in Bytes',
    maxFiles: 'Dateien je Sync',
  },
  descriptions: {
    'The path to the list of rows, such as "data.items"; empty if the file itself is the list.':
      'Der Pfad zur Liste der Zeilen, wie „data.items“; leer, wenn die Datei selbst die Liste ist.',
    'The path of element names to a row, such as "Catalog/Product".': 'Der Pfad aus Elementnamen zu einer Zeile, wie „Catalog/Product“.',
    'The text encoding, such as "utf-8", "utf-16le" or "windows-1252".': 'Die Textkodierung, wie „utf-8“, „utf-16le“ oder „windows-1252“.',
    'Encoding of the text; "auto" is the one that the document itself declares.':
      'Kodierung des Texts; „auto“ ist die, die das Dokument selbst angibt.',
    'The column with the id; the values of several columns are joined by "/".':
      'Die Spalte mit der ID; mehrere Spalten werden mit „/“ verbunden.',
    'The file name. By default "{dataType}_{timestamp}_{sequence}" and the extension of the format.':
      'Der Dateiname. Ohne Angabe „{dataType}_{timestamp}_{sequence}“ mit der Endung des Formats.',
    'XML with {{fields}}, {{#lines}}…{{/lines}}, {{ourReference}} and {{action}}. Values are escaped.':
      'XML mit {{fields}}, {{#lines}}…{{/lines}}, {{ourReference}} und {{action}}. Werte werden maskiert.',
    'The minimum number of rows. A file with fewer is treated as cut off.':
      'Mindestzahl der Zeilen. Eine Datei mit weniger gilt als abgeschnitten.',
    'Canonical field → column. Overrides the column names that are known by default.':
      'Kanonisches Feld → Spalte. Geht den bekannten Spaltennamen vor.',
    'Host name or address.': 'Hostname oder Adresse.',
    'The whole text of the key file, OpenSSH or PEM.': 'Der ganze Text der Schlüsseldatei, OpenSSH oder PEM.',
    'The passphrase of the private key, if it has one.': 'Die Passphrase des privaten Schlüssels, falls er eine hat.',
    'The folder that all other folders are below.': 'Der Ordner, unter dem alle anderen liegen.',
    "The fingerprint of the server's host key. A connection test reports it; until it is saved, nothing is read.":
      'Der Fingerabdruck des Host-Schlüssels. Ein Verbindungstest nennt ihn; bevor er gespeichert ist, wird nichts gelesen.',
    'Our PGP private key, armoured. It decrypts the files we receive.':
      'Unser privater PGP-Schlüssel in Textform (ASCII-Armor). Er entschlüsselt die Dateien, die wir erhalten.',
    'The passphrase of our PGP key, if it has one.': 'Die Passphrase unseres PGP-Schlüssels, falls er eine hat.',
    "The partner's PGP public key, armoured. If set, only files signed with it are accepted.":
      'Der öffentliche PGP-Schlüssel des Partners in Textform (ASCII-Armor). Ist er gesetzt, werden nur damit signierte Dateien angenommen.',
    'The files of each data type.': 'Die Dateien jeder Datenart.',
    'The folder of these files, below sftpPath.': 'Der Ordner dieser Dateien, unterhalb von sftpPath.',
    'The folder to write to, below sftpPath.': 'Der Ordner, in den geschrieben wird, unterhalb von sftpPath.',
    'The names of these files, with * and ?, as in "ART_*.csv". By default they begin with the name of the data type.':
      'Die Namen dieser Dateien, mit * und ?, wie „ART_*.csv“. Ohne Angabe beginnen sie mit dem Namen der Datenart.',
    'The format of these files. By default it is detected from name and content.':
      'Das Format dieser Dateien. Ohne Angabe wird es an Name und Inhalt erkannt.',
    '"csv" has one row per order line; "template" is an XML document of your own, given in `template`.':
      '„csv“ hat eine Zeile je Bestellposition; „template“ ist ein eigenes XML-Dokument, angegeben in `template`.',
    'The character between two cells.': 'Das Zeichen zwischen zwei Zellen.',
    'The character around a cell; null if cells are not quoted.':
      'Das Zeichen um eine Zelle; null, wenn Zellen nicht in Anführungszeichen stehen.',
    'The character before a quote within a cell.': 'Das Zeichen vor einem Anführungszeichen in einer Zelle.',
    'The names of the columns, if the file has no header row.': 'Die Namen der Spalten, wenn die Datei keine Kopfzeile hat.',
    'How many lines above the header to skip. Without it, titles above the header are recognised if they are clear.':
      'Wie viele Zeilen über der Kopfzeile übersprungen werden. Ohne Angabe werden Titel darüber erkannt, wenn sie eindeutig sind.',
    'How many rows above the header to skip. Without it, titles above the header are recognised if they are clear.':
      'Wie viele Tabellenzeilen über der Kopfzeile übersprungen werden. Ohne Angabe werden Titel darüber erkannt, wenn sie eindeutig sind.',
    'What to do with rows that have fewer cells than the header: reject them, or take the cells that are left out at the end as blank.':
      'Was mit Zeilen geschieht, die weniger Zellen als die Kopfzeile haben: abweisen, oder fehlende Zellen am Ende als leer nehmen.',
    'The last row, if it holds the number of rows: the text of its first cell, and which cell has the number.':
      'Die letzte Zeile, wenn sie die Zahl der Zeilen enthält: der Text ihrer ersten Zelle, und welche Zelle die Zahl hat.',
    'Whether the file begins with a byte order mark, which Excel needs to recognise UTF-8.':
      'Ob die Datei mit einem Byte Order Mark beginnt, an dem Excel UTF-8 erkennt.',
    'The name of the sheet. By default the first one.': 'Der Name des Tabellenblatts. Ohne Angabe das erste.',
    'The decimal separator of numbers. It is never guessed: without it, numbers have a decimal point, and rows whose numbers can be read in two ways are rejected.':
      'Das Dezimaltrennzeichen. Es wird nie geraten: Ohne Angabe ist es der Punkt, und Zeilen mit zweideutigen Zahlen werden abgewiesen.',
    'The format of dates, as in "DD.MM.YYYY" or "YYYYMMDD"; "excel" for the day numbers of a spreadsheet. By default ISO 8601.':
      'Die Schreibweise von Daten, wie „DD.MM.YYYY“ oder „YYYYMMDD“; „excel“ für die Tageszahlen einer Tabelle. Ohne Angabe ISO 8601.',
    'The time zone of the time.': 'Die Zeitzone der Uhrzeit.',
    '"full": each file has all records. Only the newest is read, and records that it lacks are deleted.':
      '„full“: Jede Datei enthält alle Datensätze. Nur die neueste wird gelesen, und Datensätze, die ihr fehlen, werden gelöscht.',
    'The column with the time of the last change.': 'Die Spalte mit der Zeit der letzten Änderung.',
    'By when a file comes every day. A sync after that time ends in `file.missing` if none has come since the day before. A file that comes late makes up for it.':
      'Bis wann täglich eine Datei kommt. Ein späterer Sync endet mit `file.missing`, wenn seit dem Vortag keine kam. Eine verspätete Datei gleicht das aus.',
    'The time of day, as in "06:00".': 'Die Uhrzeit, wie „06:00“.',
    'By default {"by": "stable"}: 30 seconds without a change.': 'Ohne Angabe {"by": "stable"}: 30 Sekunden ohne Änderung.',
    'For how long size and time must stay the same: by default 30 seconds, and 60 for a file that has been seen to change. A sync waits up to 90 seconds itself; if more is set, a later sync reads the file.':
      'Wie lange Größe und Zeit gleich bleiben müssen: ohne Angabe 30 Sekunden, und 60 bei einer Datei, die sich schon geändert hat. Ein Sync wartet selbst bis zu 90 Sekunden; bei mehr liest ein späterer Sync die Datei.',
    'What to do with a file once its rows are stored. "archive" by default.':
      'Was mit einer Datei geschieht, sobald ihre Zeilen gespeichert sind. Ohne Angabe „archive“.',
    'What to do with a file that cannot be read. "move" by default: into the error folder.':
      'Was mit einer unlesbaren Datei geschieht. Ohne Angabe „move“: in den Fehlerordner.',
    'How to write orders.': 'Wie Bestellungen geschrieben werden.',
    'The dialect of CSV files.': 'Der Dialekt der CSV-Dateien.',
    'Whether text that a spreadsheet would run as a formula gets a leading apostrophe. Turn it off if only machines read the files.':
      'Ob Text, den eine Tabellenkalkulation als Formel ausführen würde, ein Apostroph vorangestellt bekommt. Ausschalten, wenn nur Maschinen die Dateien lesen.',
    'The suffix of an empty file that is written beside each file once it is complete.':
      'Die Endung einer leeren Datei, die neben jede fertige Datei geschrieben wird.',
    'The folder for files whose rows are stored, below the folder they were in.':
      'Der Ordner für Dateien, deren Zeilen gespeichert sind, unterhalb ihres bisherigen.',
    'The folder for files that cannot be read, and for the reports on them, below the folder they were in.':
      'Der Ordner für unlesbare Dateien und die Berichte über sie, unterhalb ihres bisherigen.',
    'Whether old SSH algorithms are allowed too, for servers that offer no others. They are less secure.':
      'Ob auch alte SSH-Algorithmen erlaubt sind, für Server, die keine anderen anbieten. Sie sind weniger sicher.',
    'How large a file may become when it is unpacked.': 'Wie groß eine Datei beim Entpacken werden darf.',
    'The size limit of a file in bytes, packed or unpacked.': 'Größengrenze einer Datei in Bytes, gepackt oder entpackt.',
    'How many times larger a file may become by unpacking. Small files may exceed it.':
      'Auf das Wievielfache eine Datei beim Entpacken wachsen darf. Kleine Dateien dürfen darüber liegen.',
    'The size limit of a file, in bytes.': 'Größengrenze einer Datei in Bytes.',
    'How many files one sync reads at most. The next sync reads more.':
      'Wie viele Dateien ein Sync höchstens liest. Der nächste liest weitere.',
  },
}

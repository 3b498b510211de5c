import type { FieldTable } from './field-table.ts'

/** The fields of REST interfaces, in German. */
export const restFields: FieldTable = {
  titles: {
    query: 'Abfrageparameter',
    filters: 'Filter',
    headers: 'Kopfzeilen',
    style: 'Verfahren',
    limitParameter: 'Parameter der Zeilenzahl',
    parameter: 'Parameter',
    firstPage: 'Nummer der ersten Seite',
    timeParameter: 'Parameter der Zeit',
    since: 'Änderungen seit',
    equals: 'Erwarteter Wert',
    errorMessage: 'Fehlermeldung',
    method: 'Methode',
    updatePath: 'Pfad zum Ändern',
    updateMethod: 'Methode zum Ändern',
    lookup: 'Suche nach der Referenz',
    idempotencyHeader: 'Idempotenz-Kopfzeile',
    ifMatch: 'If-Match senden',
    naming: 'Schreibweise der Feldnamen',
    decimals: 'Schreibweise der Zahlen',
    wrap: 'Umschließendes Feld',
    authentication: 'Anmeldung',
    in: 'Ort des Schlüssels',
    secretIn: 'Ort des Client-Geheimnisses',
    resource: 'Ressource',
    checkPath: 'Pfad des Verbindungstests',
  },
  descriptions: {
    'Where records are created; by default where they are read.': 'Wo Datensätze angelegt werden; ohne Angabe dort, wo sie gelesen werden.',
    'api-key: text before the key, as in "Token ".': 'api-key: Text vor dem Schlüssel, wie „Token “.',
    'The longest answer that is read, in bytes.': 'Die längste Antwort, die gelesen wird, in Bytes.',
    'Where the id is in a row; of several the values are joined by "/".':
      'Wo die ID in einer Zeile steht; mehrere Werte werden mit „/“ verbunden.',
    'api-key: the header or the query parameter, X-API-Key by default.':
      'api-key: die Kopfzeile oder der Abfrageparameter, ohne Angabe X-API-Key.',
    'Text around the time, as in "modified ge \'{since}\'".': "Text um die Zeit herum, wie „modified ge '{since}'“.",
    'Where the list is; empty: the answer itself.': 'Wo die Liste steht; leer: die Antwort selbst.',
    'Canonical field → path in the row; comes before the aliases.': 'Kanonisches Feld → Pfad in der Zeile; geht den bekannten Namen vor.',
    'Canonical field → path in what is sent; false leaves it out. Within lines and addresses as in "lines[].sku" and "shipTo.city".':
      'Kanonisches Feld → Pfad in dem, was gesendet wird; false lässt es weg. In Positionen und Adressen wie „lines[].sku“ und „shipTo.city“.',
    'By default what the credentials suggest.': 'Ohne Angabe, was die Zugangsdaten nahelegen.',
    'Where the ERP keeps our reference, "ourReference" by default: by it a record is found again.':
      'Wo das ERP unsere Referenz aufbewahrt, ohne Angabe „ourReference“: An ihr wird ein Datensatz wiedergefunden.',
    'Values may name {since}, {cursor}, {page}, {offset}, {limit}; a parameter whose value is not there is left out.':
      'Werte dürfen {since}, {cursor}, {page}, {offset}, {limit} nennen; ein Parameter, dessen Wert fehlt, wird weggelassen.',
    'Canonical field → the parameter by which the ERP gives only records with one text in it: what `filters` leave out is not even read.':
      'Kanonisches Feld → der Parameter, mit dem das ERP nur Datensätze mit einem bestimmten Text darin liefert: Was `filters` auslässt, wird gar nicht erst gelesen.',
    'Sent with every call.': 'Mit jedem Aufruf gesendet.',
    'The query parameter for the number of rows. It is sent only if it is named here.':
      'Der Abfrageparameter für die Zahl der Zeilen. Er wird nur gesendet, wenn er hier genannt ist.',
    'Asks for rows after this id.': 'Fragt nach Zeilen hinter dieser ID.',
    'Asks for rows that changed at this time or later; together with `parameter`, after that id among them.':
      'Fragt nach Zeilen, die sich zu dieser Zeit oder später geändert haben; zusammen mit `parameter` nach denen hinter jener ID.',
    "Where a record is changed; {id} is the ERP's id. By default below the path.":
      'Wo ein Datensatz geändert wird; {id} ist die ID des ERP. Ohne Angabe unterhalb des Pfads.',
    'PATCH sends the changed fields, PUT all of them.': 'PATCH sendet die geänderten Felder, PUT alle.',
    'How the ERP is asked for a reference: by a query parameter, named like the field by default.':
      'Wie das ERP nach einer Referenz gefragt wird: mit einem Abfrageparameter, der ohne Angabe wie das Feld heißt.',
    'null: none is sent.': 'null: Es wird keine gesendet.',
    'Whether updates carry If-Match with the ETag of the last answer.': 'Ob Änderungen If-Match mit dem ETag der letzten Antwort tragen.',
    'How our field names are written.': 'Wie unsere Feldnamen geschrieben werden.',
    'How money and quantities are written.': 'Wie Beträge und Mengen geschrieben werden.',
    'The one field that the record is put into, as in {"order": {…}}.':
      'Das eine Feld, in das der Datensatz gesetzt wird, wie in {"order": {…}}.',
    'api-key: where the key goes.': 'api-key: wohin der Schlüssel kommt.',
    "oauth2: where the client's secret goes, a Basic header by default.":
      'oauth2: wohin das Geheimnis des Clients kommt, ohne Angabe in eine Basic-Kopfzeile.',
    'What a connection test calls; by default the first enabled data type.':
      'Was ein Verbindungstest aufruft; ohne Angabe die erste eingeschaltete Datenart.',
  },
}

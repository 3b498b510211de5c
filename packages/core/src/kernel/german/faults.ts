import { byRule, type Rule } from './rules.ts'

const types: Readonly<Record<string, string>> = {
  text: 'ein Text',
  'a number': 'eine Zahl',
  'a whole number': 'eine ganze Zahl',
  'true or false': 'wahr oder falsch (true/false)',
  'an object': 'ein Objekt',
  'a list': 'eine Liste',
  null: 'null',
}
const typeOf = (name: string): string => types[name] ?? name

const whole: Readonly<Record<string, string>> = {
  'is missing': 'fehlt',
  'must be text': 'muss ein Text sein',
  'must not be empty': 'darf nicht leer sein',
  'must be true or false': 'muss wahr oder falsch sein (true/false)',
  'must be a currency code': 'muss ein Währungscode sein',
  'must be a currency code of three letters (ISO 4217)': 'muss ein Währungscode aus drei Buchstaben sein (ISO 4217)',
  'must be an ISO 8601 time': 'muss eine Zeit nach ISO 8601 sein',
  'must be a day, YYYY-MM-DD': 'muss ein Tag sein, YYYY-MM-DD',
  'must be a list': 'muss eine Liste sein',
  'must be a decimal number': 'muss eine Dezimalzahl sein',
  'must be a decimal number with at most 18 digits before and 8 after the point':
    'muss eine Dezimalzahl mit höchstens 18 Stellen vor und 8 nach dem Punkt sein',
  'numbers with a decimal comma need the transformation "number" with {"decimal": ",", "group": "."}':
    'Zahlen mit Dezimalkomma brauchen die Transformation „number“ mit {"decimal": ",", "group": "."}',
  'an employee needs a name': 'Mitarbeitende brauchen einen Namen',
  'is not a plain value': 'ist kein einfacher Wert',
  'is not a number': 'ist keine Zahl',
  'is not a decimal number': 'ist keine Dezimalzahl',
  'is not a date': 'ist kein Datum',
  'is not a path': 'ist kein Pfad',
  'is not in the table': 'steht nicht in der Tabelle',
  'is not a result of the table': 'ist kein Ergebnis der Tabelle',
  'is not a JSONata expression': 'ist kein JSONata-Ausdruck',
  'is not a time zone. Use an IANA name such as "Europe/Berlin"': 'ist keine Zeitzone. Einen IANA-Namen wie „Europe/Berlin“ angeben',
  'must be a mail address, or a name and <address>': 'muss eine Mailadresse sein, oder ein Name und <Adresse>',
  'must not hold user and password: enter them in their own fields':
    'darf Benutzer und Passwort nicht enthalten: Sie gehören in ihre eigenen Felder',
  'must consist of visible ASCII characters: perhaps a line break was copied along':
    'muss aus sichtbaren ASCII-Zeichen bestehen: Vielleicht wurde ein Zeilenumbruch mitkopiert',
  'must be below sftpPath': 'muss unterhalb von sftpPath liegen',
  'is below apiUrl: leave scheme and host out': 'liegt unterhalb von apiUrl: Schema und Host weglassen',
  'must be in the future': 'muss in der Zukunft liegen',
}

const rules: readonly Rule[] = [
  [/^must be (.+), not (.+)$/, (expected = '', given = '') => `muss ${typeOf(expected)} sein, nicht ${typeOf(given)}`],
  [/^must be one of (.+)$/s, (values = '') => `muss eines von ${values} sein`],
  [/^must have at (least|most) (\d+) characters?$/, (bound = '', count = '') => `muss ${boundOf(bound)} ${count} Zeichen haben`],
  [
    /^must have at (least|most) (\d+) items?$/,
    (bound = '', count = '') => `muss ${boundOf(bound)} ${count} ${count === '1' ? 'Eintrag' : 'Einträge'} haben`,
  ],
  [/^must be at (least|most) (\S+)$/, (bound = '', value = '') => `muss ${boundOf(bound)} ${value} sein`],
  [/^unknown field (.+?)(?:; the known fields are (.+))?$/s, (name = '', known) => `unbekanntes Feld ${name}${knownOf(known)}`],
  [
    /^is not a date of the form "(.+?)"(?: in (.+))?$/,
    (form = '', zone) => `ist kein Datum der Form „${form}“${zone ? ` in ${zone}` : ''}`,
  ],
]
const boundOf = (bound: string): string => (bound === 'least' ? 'mindestens' : 'höchstens')
const knownOf = (names: string | undefined): string => (names === undefined ? '' : `; die bekannten Felder sind ${names}`)

/** What is wrong with a value, in German. What is not known here, as the words of an ERP, stays as it is. */
export const germanFault = (message: string): string => whole[message] ?? byRule(rules, message) ?? partsOf(message)

/** A fault and an advice, with a semicolon between. */
const partsOf = (message: string): string =>
  message
    .split('; ')
    .map((part) => whole[part] ?? part)
    .join('; ')

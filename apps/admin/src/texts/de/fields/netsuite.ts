import type { FieldTable } from './field-table.ts'

/** The fields of NetSuite, in German. */
export const netsuiteFields: FieldTable = {
  titles: {
    accountId: 'Konto-ID',
    consumerKey: 'Consumer Key',
    consumerSecret: 'Consumer Secret',
    tokenId: 'Token-ID',
    tokenSecret: 'Token-Geheimnis',
    accountTimeZone: 'Zeitzone des Kontos',
    subsidiary: 'Tochtergesellschaft',
    currency: 'Währung',
    table: 'Tabelle',
    itemField: 'Artikelfeld',
    priceField: 'Preisfeld',
    levelField: 'Feld der Preisstufe',
    level: 'Preisstufe',
    currencyField: 'Währungsfeld',
    quantityField: 'Mengenfeld',
    readsAddresses: 'Adressen lesen',
    orderStatus: 'Status neuer Bestellungen',
    location: 'Lagerort',
    orderFields: 'Weitere Felder neuer Bestellungen',
  },
  descriptions: {
    'The internal ids of our units of measure, as in {"PC": "1"}. Others are not sent.':
      'Die internen IDs unserer Mengeneinheiten, wie {"PC": "1"}. Andere werden nicht gesendet.',
    'The private key of the certificate, as PEM.': 'Der private Schlüssel des Zertifikats, als PEM.',
    'Further SuiteQL columns to read, as in {"orders": ["custbody_region"]}. Mappings find them in the row, and what people see of them as custbody_regionname.':
      'Weitere SuiteQL-Spalten, wie {"orders": ["custbody_region"]}. Mappings finden sie in der Zeile, und den angezeigten Text als custbody_regionname.',
    'Where the sales prices are. Without it products have none.': 'Wo die Verkaufspreise stehen. Ohne Angabe haben Produkte keine.',
    'The time zone of the account, in which NetSuite tells all times: an IANA name, as in America/Los_Angeles. Without it changes are asked for from 24 hours earlier.':
      'Die Zeitzone des Kontos, in der NetSuite alle Zeiten angibt: ein IANA-Name, wie America/Los_Angeles. Ohne Angabe wird nach Änderungen ab 24 Stunden früher gefragt.',
    'Name or internal id of the subsidiary whose orders, invoices and employees are read, and for which orders are written.':
      'Name oder interne ID der Tochtergesellschaft, deren Bestellungen, Rechnungen und Mitarbeitende gelesen und für die Bestellungen geschrieben werden.',
    'The currency (ISO 4217) of an account that has only one, and of costs.':
      'Die Währung (ISO 4217) eines Kontos, das nur eine hat, und der Kosten.',
    'The internal id of the currency, if there are prices in several.': 'Die interne ID der Währung, wenn es Preise in mehreren gibt.',
    'As in pricing or itemprice.': 'Wie pricing oder itemprice.',
    'The internal id of the price level. 1 is the base price.': 'Die interne ID der Preisstufe. 1 ist der Basispreis.',
    'The field of the quantity from which on a price holds: that of 0 is taken.':
      'Das Feld der Menge, ab der ein Preis gilt: Der ab 0 wird genommen.',
    'Read the addresses of orders, from TransactionShippingAddress and TransactionBillingAddress: two more queries for each page.':
      'Adressen von Bestellungen lesen, aus TransactionShippingAddress und TransactionBillingAddress: zwei weitere Abfragen je Seite.',
    'The status of new orders: A pending approval, B pending fulfillment. By default the account decides.':
      'Der Status neuer Bestellungen: A wartet auf Genehmigung, B wartet auf Ausführung. Ohne Angabe entscheidet das Konto.',
    'The internal id of the location of new orders.': 'Die interne ID des Lagerorts neuer Bestellungen.',
    'Fields that every new order gets, as in {"customForm": {"id": "101"}}.':
      'Felder, die jede neue Bestellung bekommt, wie {"customForm": {"id": "101"}}.',
  },
}

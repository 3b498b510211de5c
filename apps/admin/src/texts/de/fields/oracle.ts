import type { FieldTable } from './field-table.ts'

/** The fields of Oracle Fusion, in German. */
export const oracleFields: FieldTable = {
  titles: {
    certificate: 'Zertifikat',
    organizationCode: 'Artikelstamm-Organisation',
    inventoryOrganizations: 'Lagerorganisationen',
    sourceSystem: 'Quellsystem',
    businessUnitId: 'ID des Geschäftsbereichs',
    businessUnitName: 'Name des Geschäftsbereichs',
    transactionTypeCode: 'Auftragsart',
    customers: 'Kunden',
    requestedDate: 'Wunschtermin',
    submitOrders: 'Bestellungen einreichen',
    upsert: 'Vorhandene aktualisieren',
    totalCodes: 'Codes der Summen',
    subtotal: 'Nettobetrag',
    taxTotal: 'Steuer',
    shippingTotal: 'Versandkosten',
    discountTotal: 'Rabatt',
    'totalCodes.total': 'Gesamtbetrag',
    readsReservations: 'Reservierungen lesen',
    readsLots: 'Chargen lesen',
    readsShipments: 'Sendungen lesen',
    visibleAfterSeconds: 'Sichtbar nach Sekunden',
    apiVersion: 'API-Version',
    restFrameworkVersion: 'Version des REST-Frameworks',
    jwtAlgorithm: 'JWT-Algorithmus',
  },
  descriptions: {
    'Our units of measure as Fusion calls them, as in {"EA": "Ea"}.': 'Wie Fusion unsere Mengeneinheiten nennt, wie {"EA": "Ea"}.',
    'The key that signs JWTs: PEM, without a passphrase.': 'Der Schlüssel, der JWTs signiert: PEM, ohne Passphrase.',
    'Who signs the JWTs. clientId unless told.': 'Wer die JWTs signiert. Ohne Angabe clientId.',
    'Whom the JWTs are for. Known for the identity domains of Oracle; else tokenUrl, or apiUrl.':
      'Für wen die JWTs sind. Bei Identitätsdomänen von Oracle bekannt; sonst tokenUrl oder apiUrl.',
    'The certificate of privateKey: PEM. Its thumbprint goes into the JWTs.':
      'Das Zertifikat zu privateKey: PEM. Sein Fingerabdruck kommt in die JWTs.',
    'The alias of the certificate, as the "kid" of the JWTs.': 'Der Alias des Zertifikats, als „kid“ der JWTs.',
    'The item master organization: products are its items. May be left out if there is only one organization.':
      'Die Organisation des Artikelstamms: Produkte sind ihre Artikel. Kann entfallen, wenn es nur eine Organisation gibt.',
    'The codes of the organizations whose stock is read. Only organizationCode unless told.':
      'Die Codes der Organisationen, deren Bestand gelesen wird. Ohne Angabe nur organizationCode.',
    'The source system that written orders come from, as Fusion knows it. Needed to write orders.':
      'Das Quellsystem geschriebener Bestellungen, wie Fusion es kennt. Nötig, um Bestellungen zu schreiben.',
    'The business unit of written orders. It or businessUnitName is needed to write orders.':
      'Der Geschäftsbereich geschriebener Bestellungen. Er oder businessUnitName ist nötig, um Bestellungen zu schreiben.',
    'The name of the business unit of written orders.': 'Der Name des Geschäftsbereichs geschriebener Bestellungen.',
    'The order type of written orders, as in STD.': 'Die Auftragsart geschriebener Bestellungen, wie STD.',
    'For each customer (the number of the party; "*" for all others) the ids of the account and sites that written orders name.':
      'Je Kunde (Nummer der Partei; „*“ für alle anderen) die IDs des Kontos und der Standorte, die geschriebene Bestellungen nennen.',
    'Which date of an order the requested delivery date is.': 'Welches Datum einer Bestellung der Wunschliefertermin ist.',
    'Whether written orders are submitted. If not, they stay drafts.':
      'Ob geschriebene Bestellungen eingereicht werden. Wenn nicht, bleiben sie Entwürfe.',
    'Whether Fusion updates an order that it has already instead of refusing it (Upsert-Mode).':
      'Ob Fusion eine schon vorhandene Bestellung aktualisiert, statt sie abzulehnen (Upsert-Mode).',
    'Whose prices written orders have: those of Fusion, or those of the order.':
      'Wessen Preise geschriebene Bestellungen haben: die von Fusion oder die der Bestellung.',
    'How Fusion calls the totals of orders, if they are not found by their usual codes.':
      'Wie Fusion die Summen von Bestellungen nennt, wenn sie nicht an ihren üblichen Codes erkannt werden.',
    'The TotalCode of the net amount of an order.': 'Der TotalCode des Nettobetrags einer Bestellung.',
    'The TotalCode of the tax of an order.': 'Der TotalCode der Steuer einer Bestellung.',
    'The TotalCode of the shipping charges of an order.': 'Der TotalCode der Versandkosten einer Bestellung.',
    'The TotalCode of the discount of an order.': 'Der TotalCode des Rabatts einer Bestellung.',
    'The TotalCode of the whole amount of an order.': 'Der TotalCode des Gesamtbetrags einer Bestellung.',
    'Whether reserved quantities are read from the resource "inventoryReservations", with the stock of each organization.':
      'Ob reservierte Mengen aus der Ressource „inventoryReservations“ gelesen werden, mit dem Bestand jeder Organisation.',
    'Whether stock is told by lot and locator too, with the children "lots".':
      'Ob der Bestand auch je Charge und Lagerplatz angegeben wird, mit den Unterelementen „lots“.',
    'Whether carriers are read from the resource "shipments".': 'Ob Spediteure aus der Ressource „shipments“ gelesen werden.',
    'How long Fusion may not find an order that it has just been sent, in seconds.':
      'Wie lange Fusion eine gerade gesendete Bestellung womöglich noch nicht findet, in Sekunden.',
    'The version of the REST API. 11.13.18.05 unless told.': 'Die Version der REST-Schnittstelle. Ohne Angabe 11.13.18.05.',
    'The version of the REST framework that is asked for.': 'Die Version des REST-Frameworks, die angefordert wird.',
    'How JWTs are signed.': 'Wie JWTs signiert werden.',
  },
}

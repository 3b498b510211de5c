import type { FieldTable } from './field-table.ts'

/** The fields of Dynamics 365, in German. */
export const dynamicsFields: FieldTable = {
  titles: {
    tenantId: 'ID des Microsoft-Entra-Mandanten',
    environment: 'Umgebung',
    company: 'Mandant (Company)',
    localCurrency: 'Mandantenwährung',
    inventoryPath: 'Pfad der Bestände',
    shippingLine: 'Zeile für Versandkosten',
    number: 'Nummer',
    discountLine: 'Zeile für Rabatte',
    legalEntity: 'Juristische Person',
    warehouse: 'Lager',
    accountingCurrency: 'Buchungswährung',
    orderNumbers: 'Nummern neuer Bestellungen',
    orderDefaults: 'Vorgaben neuer Bestellungen',
    orderWindowDays: 'Rückblick in Tagen',
    inactiveLifecycleStates: 'Inaktive Lebenszyklusphasen',
    entitySets: 'Entity-Sets',
    productNames: 'Produktnamen',
    orderLines: 'Bestellpositionen',
    packingSlips: 'Lieferscheine',
    packingSlipLines: 'Lieferscheinpositionen',
    people: 'Personen',
    invoiceLines: 'Rechnungspositionen',
    legalEntities: 'Juristische Personen',
    ledgers: 'Hauptbücher',
    warehouses: 'Lager',
  },
  descriptions: {
    'Account: a G/L account. Charge: an item charge.': 'Account: ein Sachkonto. Charge: ein Zu-/Abschlag (Artikel).',
    'Our units of measure as Business Central calls them, as in {"EA": "PCS"}.':
      'Wie Business Central unsere Mengeneinheiten nennt, wie {"EA": "PCS"}.',
    'Our units of measure as the environment calls them, as in {"EA": "ea"}.':
      'Wie die Umgebung unsere Mengeneinheiten nennt, wie {"EA": "ea"}.',
    'The most bytes of one answer. $metadata alone can have more than 64 MiB.':
      'Höchstzahl der Bytes einer Antwort. Allein $metadata kann mehr als 64 MiB haben.',
    'The language of new orders.': 'Die Sprache neuer Bestellungen.',
    'The environment in the cloud, as in production or sandbox.': 'Die Umgebung in der Cloud, wie production oder sandbox.',
    'Name or id of the company. May be left out if there is only one.':
      'Name oder ID des Mandanten (Company). Kann entfallen, wenn es nur einen gibt.',
    'The local currency (ISO 4217) of the company, if Business Central does not tell it.':
      'Die Mandantenwährung (ISO 4217), wenn Business Central sie nicht angibt.',
    'A custom API page with the stock of each location: an entity set of the API v2.0, or {publisher}/{group}/{version}/{entity set}. Beginning with "/": from the host\'s root.':
      'Eine eigene API-Page mit dem Bestand je Lagerort: ein Entity-Set der API v2.0, oder {publisher}/{group}/{version}/{entity set}. Mit „/“ am Anfang: ab der Wurzel des Hosts.',
    'The line that shipping cost (shippingTotal) is written as. Without it they are not sent, and runs say so.':
      'Die Zeile, als die Versandkosten (shippingTotal) geschrieben werden. Ohne sie werden sie nicht gesendet, und Läufe sagen das.',
    'Its number.': 'Ihre Nummer.',
    'The line that discounts of a whole order (discountTotal) are written as, with a negative price.':
      'Die Zeile, als die Rabatte auf eine ganze Bestellung (discountTotal) geschrieben werden, mit negativem Preis.',
    'The legal entity (dataAreaId) whose data are read and written, as in usmf. May be left out if there is only one.':
      'Die juristische Person (dataAreaId), deren Daten gelesen und geschrieben werden, wie usmf. Kann entfallen, wenn es nur eine gibt.',
    'The warehouse, or site/warehouse, that lines of new orders are delivered from if they name no location. Without it the environment decides.':
      'Das Lager, oder Standort/Lager, aus dem Positionen neuer Bestellungen ohne Lagerort geliefert werden. Ohne Angabe entscheidet die Umgebung.',
    'The currency of prices and costs (ISO 4217), if the environment does not tell it.':
      'Die Währung von Preisen und Kosten (ISO 4217), wenn die Umgebung sie nicht angibt.',
    'Where the reference is kept by which a written order is found again.':
      'Wo die Referenz steht, an der eine geschriebene Bestellung wiedergefunden wird.',
    'Whether the environment numbers new orders, or takes our reference as the number. Then header and lines are one change.':
      'Ob die Umgebung neue Bestellungen nummeriert oder unsere Referenz als Nummer nimmt. Dann sind Kopf und Positionen eine Änderung.',
    'Further properties of the header of new orders, as in {"SalesOrderPoolId": "WEB"}. They replace ours.':
      'Weitere Eigenschaften des Kopfes neuer Bestellungen, wie {"SalesOrderPoolId": "WEB"}. Sie ersetzen unsere.',
    'Orders that were created in so many days are read again by every incremental sync, besides all that are open.':
      'Bestellungen, die in so vielen Tagen angelegt wurden, liest jeder inkrementelle Sync erneut, neben allen offenen.',
    'The product lifecycle states in which a product is not active any more.':
      'Die Phasen des Produktlebenszyklus, in denen ein Produkt nicht mehr aktiv ist.',
    'The names of entity sets that differ from those that are looked for, as in {"packingSlips": "MyPackingSlips"}.':
      'Die Namen von Entity-Sets, die von den gesuchten abweichen, wie {"packingSlips": "MyPackingSlips"}.',
  },
}

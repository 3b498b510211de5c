import type { FieldTable } from './field-table.ts'

/** The fields of SAP S/4HANA and SuccessFactors, in German. */
export const sapFields: FieldTable = {
  titles: {
    odataVersion: 'OData-Version',
    sapClient: 'Mandant',
    sapLanguage: 'Sprache',
    salesOrder: 'Kundenauftrag',
    organization: 'Verkaufsorganisation',
    distributionChannel: 'Vertriebsweg',
    division: 'Sparte',
    soldToParty: 'Auftraggeber',
    priceCondition: 'Konditionsart: Preis',
    discountCondition: 'Konditionsart: Rabatt',
    freightCondition: 'Konditionsart: Versandkosten',
    taxCondition: 'Konditionsart: Steuer',
    lineDiscountCondition: 'Konditionsart: Positionsrabatt',
    partners: 'Partner',
    addressFunctions: 'Partnerrollen mit Adresse',
    shipTo: 'Warenempfänger',
    billTo: 'Rechnungsempfänger',
    commentText: 'Text-ID für Kommentare',
    orderBatchSize: 'Bestellungen je Aufruf',
    plants: 'Werke',
    soldTo: 'Auftraggeber',
    deliveries: 'Lieferungen',
    orderCategories: 'Belegtypen: Auftrag',
    returnCategories: 'Belegtypen: Retoure',
    returnTypes: 'Lieferarten: Retoure',
    carrierFunctions: 'Partnerrollen: Spediteur',
    trackingProperties: 'Eigenschaften mit Sendungsnummern',
    timeZones: 'Zeitzonen',
    creditCategories: 'Belegtypen: Gutschrift',
    creditTypes: 'Fakturaarten: Gutschrift',
    clientPaging: 'Seiten selbst anfordern',
    deltaByCreationToo: 'Änderungen auch nach Anlagedatum',
    companyId: 'Firmen-ID',
    privateKeyPassphrase: 'Passphrase des privaten Schlüssels',
    samlAssertion: 'SAML-Assertion',
    source: 'Quelle',
    userStatuses: 'Status der Benutzer',
    statuses: 'Bedeutung der Status',
    futureHires: 'Künftige Eintritte',
    countsRows: 'Zeilen zählen',
    saml: 'SAML',
    subjectIs: 'Art des Benutzernamens',
  },
  descriptions: {
    "Path of the entity set. Beginning with '/': from the host's root; else below the service root. May hold a version as in API_X;v=0002/A_X.":
      'Pfad des Entity-Sets. Mit „/“ am Anfang: ab der Wurzel des Hosts, sonst unterhalb des Dienstes. Darf eine Version enthalten, wie API_X;v=0002/A_X.',
    'Path of the entity set, if it is another: beginning with "/" from the host\'s root, else below the service root.':
      'Pfad des Entity-Sets, falls es ein anderes ist: mit „/“ am Anfang ab der Wurzel des Hosts, sonst unterhalb des Dienstes.',
    'Which services are read. V4 has products and orders; inventory, deliveries and invoices come from V2 always.':
      'Welche Dienste gelesen werden. V4 hat Produkte und Bestellungen; Bestände, Lieferungen und Rechnungen kommen immer aus V2.',
    "The SAP client (Mandant), as in 100. Needed if the system's default client is another.":
      'Der SAP-Mandant, wie 100. Nötig, wenn es nicht der Standardmandant des Systems ist.',
    'Language of texts and error messages: ISO 639-1, as in EN or DE.': 'Sprache der Texte und Fehlermeldungen: ISO 639-1, wie EN oder DE.',
    'Paths that differ from the standard ones, by data type; of order_status that of the delivery headers.':
      'Pfade, die vom Standard abweichen, je Datenart; bei order_status der Pfad der Lieferungsköpfe.',
    'How billing documents are understood.': 'Wie Fakturen verstanden werden.',
    'How many new orders go in one call ($batch): fewer calls, but the ERP books them one after the other within it, and a lost answer leaves all of them to be looked up. 1: each by itself.':
      'Wie viele neue Aufträge ein Aufruf enthält ($batch): weniger Aufrufe, doch das ERP bucht sie darin nacheinander, und nach einer verlorenen Antwort wird jeder davon nachgesehen. 1: jeder für sich.',
    'How orders are written: needed before any is pushed.': 'Wie Aufträge geschrieben werden: nötig, bevor einer gesendet wird.',
    'Sales organization, as in 1710.': 'Verkaufsorganisation, wie 1710.',
    'Order type.': 'Auftragsart.',
    'Who orders, if the order names no customer.': 'Wer bestellt, wenn die Bestellung keinen Kunden nennt.',
    "Condition type of our prices, as in PPR0. Without it the prices are SAP's own.":
      'Konditionsart der eigenen Preise, wie PPR0. Ohne sie gelten die Preise von SAP.',
    'Condition type of discounts of a whole order (discountTotal), as in HB00. Without it they are not sent, and runs say so.':
      'Konditionsart für Rabatte auf eine ganze Bestellung (discountTotal), wie HB00. Ohne sie werden sie nicht gesendet, und Läufe sagen das.',
    'Condition type of shipping cost (shippingTotal), as in HD00. Without it they are not sent, and runs say so.':
      'Konditionsart für Versandkosten (shippingTotal), wie HD00. Ohne sie werden sie nicht gesendet, und Läufe sagen das.',
    "Condition type of taxes (taxTotal). Needed only if SAP's own tax is not to count. Without it they are not sent, and runs say so.":
      'Konditionsart für Steuern (taxTotal). Nur nötig, wenn die Steuer von SAP nicht gelten soll. Ohne sie werden sie nicht gesendet, und Läufe sagen das.',
    'Condition type of discounts of a line. Without it they are not sent, and runs say so.':
      'Konditionsart für Rabatte einer Position. Ohne sie werden sie nicht gesendet, und Läufe sagen das.',
    'Further partners of every order: their numbers by partner function, as in {"SH": "17100003"}.':
      'Weitere Partner jeder Bestellung: ihre Nummern je Partnerrolle, wie {"SH": "17100003"}.',
    "Which partners of an order the addresses are of: the functions depend on the technical user's language.":
      'Zu welchen Partnern einer Bestellung die Adressen gehören: Die Rollen hängen von der Sprache des technischen Benutzers ab.',
    'Partner functions that are sent with the addresses of the order, as in {"shipTo": "SH"}. Without it the addresses of SAP\'s own partners count, and runs say so. V2 only.':
      'Partnerrollen, die mit den Adressen der Bestellung gesendet werden, wie {"shipTo": "SH"}. Ohne sie gelten die Adressen der Partner in SAP, und Läufe sagen das. Nur V2.',
    'Partner functions of who receives the goods.': 'Partnerrollen des Warenempfängers.',
    'Partner functions of who is billed.': 'Partnerrollen des Rechnungsempfängers.',
    'Text id of the header that comment lines are sent as, as in TX01. Without it an order with a comment is refused. V2 only.':
      'Text-ID des Kopfes, unter der Kommentarzeilen gesendet werden, wie TX01. Ohne sie wird eine Bestellung mit Kommentar abgewiesen. Nur V2.',
    'Our units of measure as SAP calls them, as in {"EA": "PC"}.': 'Wie SAP unsere Mengeneinheiten nennt, wie {"EA": "PC"}.',
    'The plants whose stock is read, as in ["1010"]. Without it that of all of them.':
      'Die Werke, deren Bestand gelesen wird, wie ["1010"]. Ohne Angabe der aller Werke.',
    'Partner functions of who orders.': 'Partnerrollen des Auftraggebers.',
    "How deliveries are understood: SAP's codes, which differ between systems.":
      'Wie Lieferungen verstanden werden: die Schlüssel von SAP, die je System verschieden sind.',
    'Document categories (ReferenceSDDocumentCategory) that stand for sales orders.':
      'Belegtypen (ReferenceSDDocumentCategory), die für Kundenaufträge stehen.',
    'Document categories (SDDocumentCategory) of deliveries by which goods come back.':
      'Belegtypen (SDDocumentCategory) von Lieferungen, mit denen Ware zurückkommt.',
    'Delivery types of such deliveries: those that begin with one of these.':
      'Lieferarten solcher Lieferungen: alle, die mit einer davon beginnen.',
    "Partner functions of the carrier: they depend on the technical user's language.":
      'Partnerrollen des Spediteurs: Sie hängen von der Sprache des technischen Benutzers ab.',
    'Properties of a delivery header with tracking numbers.': 'Eigenschaften eines Lieferungskopfs mit Sendungsnummern.',
    'What the time zones of shipping points are called elsewhere, as in {"CET": "Europe/Berlin"}. Without it only the day counts.':
      'Wie die Zeitzonen der Versandstellen anderswo heißen, wie {"CET": "Europe/Berlin"}. Ohne Angabe zählt nur der Tag.',
    'Document categories (SDDocumentCategory) of credit memos.': 'Belegtypen (SDDocumentCategory) von Gutschriften.',
    'Billing types of credit memos, whatever their category.': 'Fakturaarten von Gutschriften, gleich welchen Belegtyps.',
    'Ask for batchSize rows at a time with $top and $skip, for V2 services that give all rows in one answer.':
      'Mit $top und $skip jeweils batchSize Zeilen anfordern, für V2-Dienste, die sonst alle Zeilen auf einmal liefern.',
    'Also take what was created since: for releases that leave LastChangeDateTime empty until the first change.':
      'Auch nehmen, was seitdem angelegt wurde: für Versionen, die LastChangeDateTime bis zur ersten Änderung leer lassen.',
    'The private key whose certificate is registered for the OAuth client.':
      'Der private Schlüssel, dessen Zertifikat für den OAuth-Client hinterlegt ist.',
    'A signed SAML assertion that was made elsewhere, as base64, in place of the private key.':
      'Eine anderswo erzeugte, signierte SAML-Assertion in Base64, anstelle des privaten Schlüssels.',
    'Where employees are read: the entity User, or PerPerson with employments and jobs of Employee Central.':
      'Woher Mitarbeitende gelesen werden: aus der Entität User, oder aus PerPerson mit Beschäftigungen und Stellen von Employee Central.',
    'All values of the status of User. Without them SuccessFactors shows active users only.':
      'Alle Werte des Status von User. Ohne sie zeigt SuccessFactors nur aktive Benutzer.',
    'What statuses mean, as in {"U": "on_leave"}: of User its letters, of Employee Central the codes of emplStatus.':
      'Was die Status bedeuten, wie {"U": "on_leave"}: bei User die Buchstaben, bei Employee Central die Codes von emplStatus.',
    'Employee Central: also ask for what becomes valid after today, so that people are known before their first day.':
      'Employee Central: auch abfragen, was nach heute gültig wird, damit Personen vor ihrem ersten Tag bekannt sind.',
    'How SuccessFactors keeps the pages of a reading together.': 'Wie SuccessFactors die Seiten eines Lesevorgangs zusammenhält.',
    'Ask how many users there are, and expect as many.': 'Nach der Zahl der Benutzer fragen und ebenso viele erwarten.',
    'What assertions say.': 'Was in Assertions steht.',
    "The issuer of assertions; the client's id unless told.": 'Der Aussteller der Assertions; ohne Angabe die Client-ID.',
    'What the credential username is: a login name or a user id.':
      'Was in username der Zugangsdaten steht: ein Anmeldename oder eine Benutzer-ID.',
  },
}

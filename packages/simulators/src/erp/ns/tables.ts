/** The tables that SuiteQL shows, with their columns. Ids are integers, days and times are dates, T and F are flags. */
export const tables = {
  item: `id INTEGER PRIMARY KEY, itemid TEXT, displayname TEXT, description TEXT, upccode TEXT, itemtype TEXT, isinactive TEXT, class INTEGER,
    weight REAL, weightunit INTEGER, averagecost REAL, cost REAL, externalid TEXT, stockunit INTEGER, subsidiary TEXT, lastmodifieddate DATE`,
  aggregateitemlocation: `item INTEGER, location INTEGER, quantityonhand REAL, quantityavailable REAL, quantitycommitted REAL,
    quantityonorder REAL, PRIMARY KEY (item, location)`,
  pricing: 'item INTEGER, pricelevel INTEGER, currency INTEGER, quantity REAL, unitprice REAL',
  location: 'id INTEGER PRIMARY KEY, name TEXT',
  classification: 'id INTEGER PRIMARY KEY, name TEXT',
  department: 'id INTEGER PRIMARY KEY, name TEXT',
  unit: 'id INTEGER PRIMARY KEY, name TEXT',
  currency: 'id INTEGER PRIMARY KEY, name TEXT, symbol TEXT',
  subsidiary: 'id INTEGER PRIMARY KEY, name TEXT, isinactive TEXT',
  customer: 'id INTEGER PRIMARY KEY, entityid TEXT, companyname TEXT, externalid TEXT, subsidiary INTEGER, isinactive TEXT',
  employee: `id INTEGER PRIMARY KEY, entityid TEXT, firstname TEXT, lastname TEXT, email TEXT, title TEXT, hiredate DATE, releasedate DATE,
    department INTEGER, location INTEGER, supervisor INTEGER, subsidiary INTEGER, isinactive TEXT, socialsecuritynumber TEXT, birthdate DATE,
    lastmodifieddate DATE`,
  transaction: `id INTEGER PRIMARY KEY, type TEXT, tranid TEXT, otherrefnum TEXT, externalid TEXT, entity INTEGER, trandate DATE, shipdate DATE,
    duedate DATE, shippingaddress INTEGER, billingaddress INTEGER, status TEXT, currency INTEGER, exchangerate REAL, foreigntotal REAL, foreignamountunpaid REAL, memo TEXT,
    lastmodifieddate DATE`,
  transactionline: `transaction INTEGER, id INTEGER, linesequencenumber INTEGER, mainline TEXT, taxline TEXT, donotdisplayline TEXT, iscogs TEXT,
    itemtype TEXT, item INTEGER, quantity REAL, units INTEGER, rate REAL, rateamount REAL, foreignamount REAL, netamount REAL,
    quantityshiprecv REAL, quantitybilled REAL, location INTEGER, isclosed TEXT, memo TEXT, createdfrom INTEGER, subsidiary INTEGER,
    PRIMARY KEY (transaction, id)`,
  transactionshippingaddress: `nkey INTEGER PRIMARY KEY, addressee TEXT, attention TEXT, addr1 TEXT, addr2 TEXT, city TEXT, state TEXT, zip TEXT,
    country TEXT, addrphone TEXT`,
  transactionbillingaddress: `nkey INTEGER PRIMARY KEY, addressee TEXT, attention TEXT, addr1 TEXT, addr2 TEXT, city TEXT, state TEXT, zip TEXT,
    country TEXT, addrphone TEXT`,
  previoustransactionlinelink: 'previousdoc INTEGER, previousline INTEGER, nextdoc INTEGER, nextline INTEGER, linktype TEXT',
  trackingnumber: 'id INTEGER PRIMARY KEY, trackingnumber TEXT',
  trackingnumbermap: 'transaction INTEGER, trackingnumber INTEGER',
} as const

export type TableName = keyof typeof tables
export const isTable = (name: string): name is TableName => Object.hasOwn(tables, name)

/** With brackets around the word of SQLite that is a name here. */
export const quoted = (sql: string): string => sql.replace(/\btransaction\b/g, '[transaction]')

export const indexes: readonly string[] = [
  'transactionline (createdfrom)',
  'previoustransactionlinelink (previousdoc)',
  'previoustransactionlinelink (nextdoc)',
  'trackingnumbermap (transaction)',
  'transaction (type, id)',
  'transaction (externalid)',
  'item (itemid)',
]

/** What `BUILTIN.DF` shows of a column: the name behind its id, as a query of `@`. */
export const displayFields: Readonly<Record<string, string>> = {
  entity: "SELECT df_.entityid || ' ' || df_.companyname FROM customer df_ WHERE df_.id = @",
  item: 'SELECT df_.itemid FROM item df_ WHERE df_.id = @',
  location: 'SELECT df_.name FROM location df_ WHERE df_.id = @',
  class: 'SELECT df_.name FROM classification df_ WHERE df_.id = @',
  department: 'SELECT df_.name FROM department df_ WHERE df_.id = @',
  units: 'SELECT df_.name FROM unit df_ WHERE df_.id = @',
  stockunit: 'SELECT df_.name FROM unit df_ WHERE df_.id = @',
  currency: 'SELECT df_.name FROM currency df_ WHERE df_.id = @',
  subsidiary: 'SELECT df_.name FROM subsidiary df_ WHERE df_.id = @',
  supervisor: "SELECT df_.entityid || ' ' || df_.firstname || ' ' || df_.lastname FROM employee df_ WHERE df_.id = @",
  createdfrom: "SELECT df_.type || ' #' || df_.tranid FROM [transaction] df_ WHERE df_.id = @",
  weightunit: "CASE @ WHEN 1 THEN 'lb' WHEN 2 THEN 'oz' WHEN 3 THEN 'kg' WHEN 4 THEN 'g' END",
}

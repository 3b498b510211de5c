import { canonicalFields, type DataTypeId, dataTypeIds } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { columnsFor } from './columns.ts'

test.each<[DataTypeId, string, object]>([
  ['products', 'Artikel-Nr.|MATNR', { sku: 'MATNR' }],
  ['products', 'Référence|Désignation|Prix|Devise', { sku: 'Référence', name: 'Désignation', price: 'Prix', currency: 'Devise' }],
  [
    'products',
    'Item No.|Description|Unit Price|Standard Cost',
    { sku: 'Item No.', description: 'Description', price: 'Unit Price', cost: 'Standard Cost' },
  ],
  ['inventory', 'Artikel-Nr.|Bestand', { sku: 'Artikel-Nr.', quantityOnHand: 'Bestand' }],
  ['inventory', 'MATNR|WERKS|LABST', { sku: 'MATNR', locationId: 'WERKS', quantityOnHand: 'LABST' }],
  ['inventory', 'sku|available_qty', { sku: 'sku', quantityAvailable: 'available_qty' }],
  ['inventory', 'sku|qty|Available', { sku: 'sku', quantityOnHand: 'qty', quantityAvailable: 'Available' }],
  ['inventory', 'sku|qty|quantity_on_hand', { sku: 'sku', quantityOnHand: 'quantity_on_hand' }],
  [
    'orders',
    'VBELN|BSTNK|Pos|Artikelnummer|Menge|Preis|Ship To City',
    {
      orderNumber: 'VBELN',
      customerReference: 'BSTNK',
      'lines[].lineNumber': 'Pos',
      'lines[].sku': 'Artikelnummer',
      'lines[].quantity': 'Menge',
      'lines[].unitPrice': 'Preis',
      'shipTo.city': 'Ship To City',
    },
  ],
  [
    'order_status',
    'Auftragsnummer|Status|Sendungsnummer|Carrier',
    { orderNumber: 'Auftragsnummer', status: 'Status', 'shipments[].trackingNumbers': 'Sendungsnummer', 'shipments[].carrier': 'Carrier' },
  ],
  [
    'employees',
    'PERNR|Nachname|Vorname|E-Mail|Eintritt',
    { employeeId: 'PERNR', lastName: 'Nachname', firstName: 'Vorname', email: 'E-Mail', hireDate: 'Eintritt' },
  ],
  [
    'invoices',
    'Belegnummer|Rechnungsnummer|Währung|Due Date|Total',
    { invoiceNumber: 'Belegnummer', currency: 'Währung', dueDate: 'Due Date', total: 'Total' },
  ],
])('%s: %s', (dataType, headers, fields) => {
  expect(columnsFor(dataType, headers.split('|')).fields).toEqual(fields)
})

test('what feeds nothing is kept apart, also a second header for the same field', () => {
  expect(columnsFor('products', ['SKU', 'item', 'Farbe', 'sku '])).toEqual({ fields: { sku: 'SKU' }, extra: ['item', 'Farbe', 'sku '] })
})

test('each canonical field is known by its own name, and no header feeds two', () => {
  for (const dataType of dataTypeIds) {
    const { fields } = columnsFor(dataType, canonicalFields[dataType])
    expect(fields).toEqual(Object.fromEntries(canonicalFields[dataType].map((field) => [field, field])))
  }
})

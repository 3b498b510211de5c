import type { DataTypeId } from './data-types.ts'

/** What the data types are called in German. */
export const germanDataTypes: Readonly<Record<DataTypeId, string>> = {
  orders: 'Bestellungen',
  products: 'Produkte',
  order_status: 'Bestellstatus',
  inventory: 'Bestände',
  employees: 'Mitarbeitende',
  invoices: 'Rechnungen',
}

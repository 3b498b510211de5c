import type { Texts } from '../en.ts'

export const dataTypes: Texts['dataTypes'] = {
  orders: 'Bestellungen',
  products: 'Produkte',
  order_status: 'Bestellstatus',
  inventory: 'Bestände',
  employees: 'Mitarbeitende',
  invoices: 'Rechnungen',
}

export const directions: Texts['directions'] = { pull: 'holen', push: 'senden', bidirectional: 'beide Richtungen' }

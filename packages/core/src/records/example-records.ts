import type { DataTypeId } from './data-types.ts'

type Example = Readonly<Record<string, unknown>>

/** A canonical record of each data type, as it is stored. */
export const exampleRecords: Readonly<Record<DataTypeId, Example>> = {
  products: {
    sku: 'GS-1000017',
    name: 'Steel bolt M8',
    price: '12.50',
    currency: 'EUR',
    uom: 'EA',
    category: 'Fasteners',
    active: true,
    sourceUpdatedAt: '2026-11-23T08:15:00.000Z',
  },
  orders: {
    orderNumber: '4711',
    customerReference: 'PO-2026-118',
    customerId: '17100001',
    orderDate: '2026-11-23',
    requestedDeliveryDate: '2026-12-01',
    status: 'processing',
    currency: 'EUR',
    total: '25.00',
    shipTo: { name: 'Mia Baker', line1: '1 Main Street', city: 'Ulm', postalCode: '89073', country: 'DE' },
    lines: [{ lineNumber: '10', sku: 'GS-1000017', uom: 'EA', quantity: '2', unitPrice: '12.50', type: 'item' }],
  },
  order_status: {
    orderNumber: '4711',
    status: 'shipped',
    statusRaw: 'versendet',
    shipments: [{ shipmentId: 'S-9001', carrier: 'DHL', trackingNumbers: ['00340434161094000001'], shippedAt: '2026-11-25T13:00:00.000Z' }],
  },
  inventory: {
    sku: 'GS-1000017',
    locationId: '1000',
    locationName: 'Main warehouse',
    quantityOnHand: '120',
    quantityReserved: '20',
    quantityAvailable: '100',
    uom: 'EA',
  },
  employees: {
    employeeId: '100234',
    firstName: 'Mia',
    lastName: 'Baker',
    displayName: 'Mia Baker',
    email: 'mia.baker@example.com',
    department: 'Purchasing',
    hireDate: '2021-04-01',
    status: 'active',
    active: true,
  },
  invoices: {
    invoiceNumber: '90012345',
    type: 'invoice',
    orderNumber: '4711',
    customerId: '17100001',
    issueDate: '2026-11-25',
    dueDate: '2026-12-25',
    currency: 'EUR',
    subtotal: '25.00',
    taxTotal: '4.75',
    total: '29.75',
    status: 'open',
    lines: [{ lineNumber: '1', sku: 'GS-1000017', quantity: '2', uom: 'EA', unitPrice: '12.50', lineTotal: '25.00' }],
  },
}

import type { DataTypeId, TargetPlace } from '@linkspan/core/connector'

/** Keys and what SAP works out itself. */
const ownedBySap = new Set([
  'SalesOrder',
  'SalesOrderItem',
  'CreationDate',
  'LastChangeDate',
  'LastChangeDateTime',
  '__metadata',
  '@odata.etag',
])
const property = /^[A-Za-z_]\w*$/
const itemProperty = /^(?:to_Item(?:\.results)?|_Item)\[\]\.(?<name>[A-Za-z_]\w*)$/

/** Properties of an order and of its items can be written; what lies in other entities needs calls of its own. */
export function placeInOrder(path: string, _dataType: DataTypeId): TargetPlace {
  if (path === 'PurchaseOrderByCustomer')
    return { kind: 'own', reason: 'SAP keeps our reference there, by which the order is found again.' }
  const name = property.test(path) ? path : itemProperty.exec(path)?.groups?.name
  if (name === undefined) return { kind: 'none', reason: 'only properties of the order and of its items can be.' }
  return ownedBySap.has(name) ? { kind: 'none', reason: `SAP sets ${name} itself.` } : { kind: 'path' }
}

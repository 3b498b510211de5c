import type { Row } from '@linkspan/connector-kit/odata/row'
import type { SourceRecord } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { sapFieldSources } from './field-sources.ts'
import { toInventory } from './inventory.ts'
import { toOrder } from './orders.ts'
import { toProduct } from './products.ts'
import { SapSettings } from './settings.ts'

const context = { ...SapSettings.parse({}), language: 'EN', now: '2026-01-15T00:00:00.000Z' }
/** What each property says, if it says something; all others say "7". */
const samples: Readonly<Record<string, string>> = {
  OverallSDDocumentRejectionSts: 'C',
  SalesOrderType: 'RE',
  TotalBlockStatus: 'C',
  TotalCreditCheckStatus: 'B',
  OverallDeliveryStatus: 'B',
  OverallTotalDeliveryStatus: 'B',
  OverallSDProcessStatus: 'A',
  DeliveryStatus: 'A',
  SDProcessStatus: 'A',
  ProductType: 'FERT',
  IsMarkedForDeletion: 'X',
  LastChangeDateTime: '2026-01-02T00:00:00Z',
  LastChangeDate: '2026-01-02',
  CreationDate: '2026-01-02',
  SalesOrderDate: '2026-01-02',
  RequestedDeliveryDate: '2026-01-02',
}

/** The row with a value at the path; lists on the way have one item, which `item` begins with. */
function rowWith(path: string, item: Row): Row {
  const [step = '', ...rest] = path === '@odata.etag' ? [path] : path.split('.')
  const name = step.replace('[]', '')
  const inner = rest.length === 0 ? (samples[name] ?? '7') : rowWith(rest.join('.'), item)
  return { [name]: step.endsWith('[]') ? [{ ...item, ...(inner as Row) }] : inner }
}

/** What else an item or a partner must have for a path in it to count. */
function besideOf(field: string, source: string): Row {
  if (/unitPrice|total|taxTotal/.test(field)) return { NetAmount: '10', RequestedQuantity: '2', TaxAmount: '1' }
  if (/quantityCancelled/.test(field)) return /Rjcn/.test(source) ? { RequestedQuantity: '2' } : { SalesDocumentRjcnReason: '7' }
  const PartnerFunction = { customerName: 'SP', shipTo: 'SH', billTo: 'BP' }[field]
  return PartnerFunction === undefined ? {} : { PartnerFunction }
}

function found({ id, fields }: SourceRecord, field: string): unknown {
  if (field === 'id') return id
  const [list, inner] = field.split('[].')
  return inner === undefined ? fields[field] : (fields[list as string] as readonly Row[] | undefined)?.[0]?.[inner]
}

test.each([
  ['products', toProduct],
  ['orders', toOrder],
] as const)('every path that is told for %s is read', (dataType, map) => {
  const sources = sapFieldSources[dataType].flatMap(({ field, sources }) => sources.map((source) => [field, source] as const))
  expect(sources.length).toBeGreaterThan(20)
  const unread = sources.filter(([field, source]) => {
    const item = besideOf(field, source)
    const isBelow = source.includes('[]')
    const without = isBelow ? rowWith(source.replace(/\.\w+$/, '.Nothing'), item) : {}
    return found(map(without, context), field) === found(map(rowWith(source, item), context), field)
  })
  expect(unread).toEqual([])
})

test('every path that is told for inventory is read in the group that is mapped', () => {
  const share = { stockType: '01', specialStockType: '', quantity: '7' }
  const group = { material: '12', plant: '1000', storageLocation: '01', uom: 'EA', shares: [share] }
  const record = toInventory(group, undefined)
  expect(record.raw).toBe(group)
  for (const { field, sources } of sapFieldSources.inventory) {
    for (const source of sources) {
      const changed = source === 'shares[].quantity' ? { ...group, shares: [{ ...share, quantity: '8' }] } : { ...group, [source]: '99' }
      expect(found(toInventory(changed, undefined), field), `${field} from ${source}`).not.toBe(found(record, field))
    }
  }
})

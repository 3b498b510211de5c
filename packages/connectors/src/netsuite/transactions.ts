import { columnsOf, dayText, displayText, type Query, textLiteral, timeText } from './query.ts'

/** What orders and invoices have in common (docs/erp/netsuite.md#orders). */
export const transactionColumns: Query['columns'] = [
  { name: 'id', sql: 't.id', isNeeded: true },
  { name: 'tranid', sql: 't.tranid', isNeeded: true },
  ...columnsOf('t', ['otherrefnum', 'externalid', 'entity']),
  { name: 'entityname', sql: displayText('t.entity') },
  { name: 'trandate', sql: dayText('t.trandate'), isNeeded: true },
  { name: 'status', sql: 't.status', isNeeded: true },
  ...columnsOf('t', ['currency']),
  { name: 'currencyname', sql: displayText('t.currency') },
  { name: 'foreigntotal', sql: 't.foreigntotal', isNeeded: true },
  { name: 'lastmodifieddate', sql: timeText('t.lastmodifieddate'), isNeeded: true },
]

export const transactionKey = { name: 'id', sql: 't.id' } as const

export const isOfType = (alias: string, ...types: readonly string[]): string =>
  types.length === 1 ? `${alias}.type = ${textLiteral(types[0] ?? '')}` : `${alias}.type IN (${types.map(textLiteral).join(',')})`

import { commonFields } from './common.ts'
import { dynamicsFields } from './dynamics.ts'
import type { FieldTable } from './field-table.ts'
import { filesFields } from './files.ts'
import { messagesFields } from './messages.ts'
import { netsuiteFields } from './netsuite.ts'
import { oracleFields } from './oracle.ts'
import { restFields } from './rest.ts'
import { sapFields } from './sap.ts'

export const fieldTables: readonly FieldTable[] = [
  commonFields,
  sapFields,
  oracleFields,
  netsuiteFields,
  dynamicsFields,
  messagesFields,
  filesFields,
  restFields,
]

const titles: FieldTable['titles'] = Object.assign({}, ...fieldTables.map((table) => table.titles))
const descriptions: FieldTable['descriptions'] = Object.assign({}, ...fieldTables.map((table) => table.descriptions))

/** What the field at a path is called in German; undefined if it has no name here. */
export function germanTitle(path: string): string | undefined {
  const [name = '', parent = ''] = path.split('.').reverse()
  return titles[`${parent}.${name}`] ?? titles[name]
}

/** An English description in German; undefined if it is not translated. */
export const germanDescription = (text: string): string | undefined => descriptions[text]

import type { DataTypeId, TargetPlace } from '@linkspan/core/connector'
import { SftpPush, type SftpSettings } from '../settings.ts'

/** Columns by which the partner answers. */
const ownColumns = new Set(['ourReference', 'erpId', 'action'])
const header = /^[^[\]]+$/
const ofLine = /^lines\[\]\.(?<name>[^[\].]+)$/
const xmlName = /^[A-Za-z_][\w.-]*$/

/** Columns, or fields, of the record and of its lines can be written. */
export function placeInFile(path: string, _dataType: DataTypeId, { push }: SftpSettings): TargetPlace {
  const { format } = push?.orders ?? SftpPush.parse({})
  if (ownColumns.has(path)) return { kind: 'none', reason: `the file has ${path} for the answer to it.` }
  const isOfHeader = header.test(path) && !path.startsWith('lines.') && path !== 'lines'
  if (format === 'xml' && !isOfHeader) return { kind: 'none', reason: 'in XML only fields of the record itself can be placed.' }
  const name = isOfHeader ? path : ofLine.exec(path)?.groups?.name
  if (name === undefined) return { kind: 'none', reason: 'a file has fields of the record and of its lines, as in "lines[].Qty".' }
  const isXml = format === 'xml' || format === 'template'
  if (isXml && !name.split('.').every((part) => xmlName.test(part)))
    return { kind: 'none', reason: `"${name}" is no name of an XML element.` }
  return { kind: 'path' }
}

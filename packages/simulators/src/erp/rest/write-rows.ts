import type { Row, Table } from '../../dataset/table.ts'
import type { Dataset, DatasetTable } from '../../dataset.ts'
import { type Answer, type Exchange, json } from '../../exchange.ts'
import type { Ledger } from '../../ledger.ts'
import type { RestErpOptions } from './rest-options.ts'
import { camelRow, shapeRow } from './row-shape.ts'

/** Ids that the ERP gives; the rows that were there before have smaller ones. */
const firstId = 90_000_000

type Fields = Readonly<Record<string, unknown>>

/** The writing side: creates and changes rows, finds them by what the caller calls them, and keeps the books. */
export function createRowWriter(dataset: Dataset, ledger: Ledger, options: RestErpOptions) {
  const byReference = new Map<string, string>()
  const answered = new Map<string, { readonly body: string; readonly answer: Answer }>()
  let nextId = firstId

  const shaped = (row: Row) => shapeRow(row, options.shape === 'snake', options.decimals === 'number')
  const table = (name: DatasetTable) => dataset[name] as unknown as Table<Row>
  const referenceOf = ({ ourReference, customerReference, externalId, id }: Fields) =>
    [ourReference, customerReference, externalId, id].find((text): text is string => typeof text === 'string') ?? ''

  function create(name: DatasetTable, exchange: Exchange): Answer {
    const fields = readFields(exchange)
    if (fields === null) return refusal(400, ['The body is no JSON object.'])
    const key = options.idempotency === 'header' ? exchange.headers['idempotency-key'] : undefined
    const entry = ledger.of(name, referenceOf(fields))
    entry.received += 1
    const known = typeof key === 'string' ? answered.get(key) : undefined
    if (known && known.body !== exchange.body) return refusal(422, ['This Idempotency-Key was used for something else.'])
    if (known) {
      entry.replayed += 1
      return { ...known.answer, headers: { ...known.answer.headers, 'idempotency-replayed': 'true' } }
    }
    const errors = faultsOf(fields)
    if (errors.length > 0) {
      entry.refused += 1
      return refusal(422, errors)
    }
    const id = String(nextId++)
    const row = table(name).insert({ ...withOwnNumbers(name, fields, id), id } as Row)
    entry.erpIds.push(id)
    byReference.set(`${name}\n${entry.reference}`, id)
    const answer = json(shaped(row), { status: 201, headers: { location: `${exchange.rawPath}/${id}`, etag: `"${row.updatedAt}"` } })
    if (typeof key === 'string') answered.set(key, { body: exchange.body, answer })
    return answer
  }

  function change(name: DatasetTable, id: string, exchange: Exchange): Answer {
    const row = table(name).get(id)
    const fields = readFields(exchange)
    if (!row) return refusal(404, [`There is no "${id}".`])
    if (fields === null) return refusal(400, ['The body is no JSON object.'])
    const wanted = exchange.headers['if-match']
    if (wanted !== undefined && wanted !== '*' && wanted.replaceAll('"', '') !== row.updatedAt)
      return refusal(412, ['It was changed meanwhile.'])
    const errors = faultsOf(fields)
    if (errors.length > 0) return refusal(422, errors)
    ledger.of(name, referenceOf(row as unknown as Fields)).updates += 1
    const { id: _, updatedAt: __, ...rest } = fields
    const changed = table(name).touch(id, rest)
    return json(shaped(changed), { headers: { etag: `"${changed.updatedAt}"` } })
  }

  function read(name: DatasetTable, id: string): Answer {
    const row = table(name).get(id)
    return row ? json(shaped(row), { headers: { etag: `"${row.updatedAt}"` } }) : refusal(404, [`There is no "${id}".`])
  }

  return {
    create,
    change,
    read,
    /** The row that was created with this reference. Undefined where none was asked for. */
    lookUp(name: DatasetTable, { query }: Exchange): readonly Row[] | undefined {
      const asked = ['ourReference', 'our_reference', 'customerReference', 'externalId']
        .map((each) => query.get(each))
        .find((text) => text !== null)
      if (asked === undefined || asked === null || options.lookup === 'ignored') return undefined
      const id = byReference.get(`${name}\n${asked}`)
      const row = id === undefined ? undefined : table(name).get(id)
      return row ? [row] : []
    },
  }
}

function readFields({ body }: Exchange): Fields | null {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? camelRow(value) : null
  } catch {
    return null
  }
}

/** Numbers are the ERP's own; everything else is as it was sent. */
function withOwnNumbers(name: DatasetTable, fields: Fields, id: string): Fields {
  if (name === 'orders') return { ...fields, orderNumber: id, status: 'pending' }
  return name === 'invoices' ? { ...fields, invoiceNumber: id } : fields
}

/** What the ERP finds wrong, by the content alone. */
function faultsOf({ lines }: Fields): string[] {
  return (Array.isArray(lines) ? (lines as Fields[]) : []).flatMap(({ lineNumber, sku, quantity }) => [
    ...(typeof sku === 'string' && sku.startsWith('UNKNOWN') ? [`Material ${sku} does not exist (line ${lineNumber})`] : []),
    ...(Number(quantity) > 0 ? [] : [`The quantity of line ${lineNumber} must be more than 0`]),
  ])
}

const refusal = (status: number, messages: readonly string[]): Answer =>
  json({ errors: messages.map((message) => ({ message })) }, { status })

import { Link } from '@tanstack/react-router'
import type { DataType, ListedRecord } from '../../api/names.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { When } from '../../parts/when/when.tsx'
import { shownRecord } from '../../shell/record-words.ts'
import { locale, texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.records

/** The field that names a record to people. */
const nameFields = {
  orders: 'orderNumber',
  products: 'sku',
  order_status: 'orderNumber',
  inventory: 'sku',
  employees: 'employeeId',
  invoices: 'invoiceNumber',
} as const satisfies Record<DataType, string>

function nameOf(record: ListedRecord): string {
  if ('deleted' in record) return record.id
  const data: Readonly<Record<string, unknown>> = { ...record.data }
  const name = data[nameFields[record.dataType]]
  return typeof name === 'string' ? name : record.id
}

export interface RecordTableProps {
  readonly connectionId: string
  readonly dataType: DataType
  readonly rows: readonly ListedRecord[]
}

/** Records, each with a link to its journey. */
export function RecordTable({ connectionId, dataType, rows }: RecordTableProps) {
  const columns: readonly Column<ListedRecord>[] = [
    {
      title: words.record,
      cell: (record) => (
        <Link
          to="/records/$connectionId/$dataType/$recordId"
          params={{ connectionId, dataType, recordId: record.id }}
          className={css.record}
        >
          {nameOf(record)}
        </Link>
      ),
    },
    { title: texts.recordFields.id, cell: ({ id }) => <code className={css.record}>{id}</code> },
    {
      title: words.state,
      cell: (record) => <StateMark {...shownRecord('deleted' in record ? 'deleted' : record.syncStatus)} />,
    },
    { title: words.version, cell: (record) => ('deleted' in record ? '–' : texts.number(record.version)), isNumber: true },
    {
      title: words.changed,
      cell: (record) => <When at={'deleted' in record ? record.deletedAt : record.updatedAt} locale={locale} />,
    },
  ]
  return <DataTable caption={words.title} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

import { Link } from '@tanstack/react-router'
import type { Activity, DataType } from '../../api/names.ts'
import { dataTypeNames } from '../../api/names.ts'
import type { ActivityFilter } from '../../api/statistics.ts'
import { Facts } from '../../parts/facts/facts.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { texts } from '../../texts/texts.ts'
import css from './activity.module.css'

const words = texts.statistics

/** The figures of the whole range, and of each data type. */
export function ActivityTotals({ activity, filter }: { readonly activity: Activity; readonly filter: ActivityFilter }) {
  const { totals, byDataType, since, until } = activity
  const { outcomes, erpLatency } = totals
  const range = {
    since,
    until,
    ...(filter.connection && { connection: filter.connection }),
    ...(filter.dataType && { dataType: filter.dataType }),
  }
  const rows = dataTypeNames.flatMap((dataType) => (byDataType[dataType] ? [{ dataType, ...byDataType[dataType] }] : []))
  return (
    <section>
      <h2 className={css.heading}>{words.inRange}</h2>
      <Facts
        facts={[
          [
            words.success,
            <Link key="success" to="/sync-logs" search={{ ...range, status: 'success' }}>
              {words.runs(outcomes.success)}
            </Link>,
          ],
          [
            words.error,
            <span key="error">
              <Link to="/sync-logs" search={{ ...range, status: 'error' }}>
                {words.runs(outcomes.error)}
              </Link>
              {outcomes.cancelled > 0 && ` (${words.cancelled(outcomes.cancelled)})`}
            </span>,
          ],
          ...(erpLatency ? [[words.latency, words.latencyIs(erpLatency.calls, inMs(erpLatency.p50), inMs(erpLatency.p95))] as const] : []),
        ]}
      />
      {filter.dataType === undefined && rows.length > 0 && (
        <DataTable
          caption={words.byDataType}
          rows={rows}
          keyOf={({ dataType }) => dataType}
          columns={[
            { title: words.byDataType, cell: ({ dataType }) => texts.dataTypes[dataType] },
            { title: words.success, cell: (row) => runsLink(row.dataType, 'success', row.outcomes.success, range), isNumber: true },
            { title: words.error, cell: (row) => runsLink(row.dataType, 'error', row.outcomes.error, range), isNumber: true },
            { title: words.half, cell: (row) => (row.duration ? texts.duration(row.duration.p50) : '–'), isNumber: true },
            { title: words.most, cell: (row) => (row.duration ? texts.duration(row.duration.p95) : '–'), isNumber: true },
          ]}
        />
      )}
    </section>
  )
}

const inMs = (seconds: number): string => `${texts.number(Math.round(seconds * 1000))} ms`

const runsLink = (
  dataType: DataType,
  status: 'success' | 'error',
  count: number,
  range: { readonly since: string; readonly until: string },
) => (
  <Link to="/sync-logs" search={{ ...range, dataType, status }}>
    {texts.number(count)}
  </Link>
)

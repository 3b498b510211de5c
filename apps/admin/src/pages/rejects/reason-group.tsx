import { Link } from '@tanstack/react-router'
import { DataTable } from '../../parts/table/data-table.tsx'
import { When } from '../../parts/when/when.tsx'
import { FixMapping } from '../../shell/fix-mapping.tsx'
import { FaultyValue, RawRow, recordName } from '../../shell/rejected-row.tsx'
import css from '../../shell/rejects.module.css'
import { Reprocess } from '../../shell/reprocess.tsx'
import { useConnectionName } from '../../shell/use-connection-name.ts'
import { locale, texts } from '../../texts/texts.ts'
import { type Reason, streamsOf } from './by-reason.ts'

const words = texts.rejects

/** The shown rejects with the same fault: what it is, which records have it, and the button that has them read again. */
export function ReasonGroup({ reason: { path, reason, rejects } }: { readonly reason: Reason }) {
  const nameOf = useConnectionName()
  const title = [path, reason].filter(Boolean).join(' — ') || words.unknownReason
  return (
    <section className={css.group}>
      <h2>{title}</h2>
      <p>{words.shownOfReason(rejects.length)}</p>
      <ul className={css.links}>
        {streamsOf(rejects).map(({ connectionId, dataType }) => (
          <li key={`${connectionId} ${dataType}`}>
            <FixMapping
              connectionId={connectionId}
              dataType={dataType}
              path={path}
              reason={reason}
              name={`${nameOf(connectionId)} · ${texts.dataTypes[dataType]}`}
            />
          </li>
        ))}
      </ul>
      <Reprocess ids={rejects.map(({ id }) => id)} about={title} />
      <DataTable
        caption={title}
        rows={rejects}
        keyOf={({ id }) => id}
        columns={[
          { title: words.record, cell: recordName },
          { title: words.connection, cell: ({ connectionId, dataType }) => `${nameOf(connectionId)} · ${texts.dataTypes[dataType]}` },
          { title: words.value, cell: ({ errors }) => <FaultyValue errors={errors} path={path} /> },
          { title: words.row, cell: RawRow },
          { title: words.rejected, cell: ({ rejectedAt }) => <When at={rejectedAt} locale={locale} /> },
          {
            title: words.run,
            cell: ({ syncLogId }) =>
              syncLogId === undefined ? (
                '–'
              ) : (
                <Link to="/sync-logs/$id" params={{ id: syncLogId }}>
                  {words.openRun}
                </Link>
              ),
          },
        ]}
      />
    </section>
  )
}

import type { ERPSyncLog } from '@linkspan/client'
import { Link } from '@tanstack/react-router'
import type { RejectGroup as Group, Reject } from '../../api/names.ts'
import { type Mark, StateMark } from '../../parts/state-mark/state-mark.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { FixMapping } from '../../shell/fix-mapping.tsx'
import { FaultyValue, RawRow, recordName } from '../../shell/rejected-row.tsx'
import css from '../../shell/rejects.module.css'
import { Reprocess } from '../../shell/reprocess.tsx'
import { texts } from '../../texts/texts.ts'

const words = texts.rejects
const maxShown = 100

const marks = { open: 'warn', accepted: 'ok', written: 'ok', gone: 'idle' } as const satisfies Readonly<
  Record<NonNullable<Reject['state']>, Mark>
>

interface RejectGroupProps {
  readonly run: ERPSyncLog
  readonly group: Group
  readonly rejects: readonly Reject[]
}

/** One reason: how many records, with which values, what became of them, and the button that has the open ones read again. */
export function RejectGroup({ run, group, rejects }: RejectGroupProps) {
  const title = `${group.path} — ${group.reason}`
  const shown = rejects.slice(0, maxShown)
  return (
    <section className={css.group}>
      <h3>{title}</h3>
      <p>
        {words.inGroup(group.count, group.open)}
        {group.accepted.map(({ syncLogId, count }) => (
          <span key={syncLogId}>
            {' · '}
            {words.acceptedBy(count)}{' '}
            <Link to="/sync-logs/$id" params={{ id: syncLogId }}>
              <code>{syncLogId}</code>
            </Link>
          </span>
        ))}
      </p>
      <p>
        {words.values}: <Values values={group.values} />
      </p>
      {run.direction !== 'push' && (
        <p>
          <FixMapping connectionId={run.erpConnectionId} dataType={run.dataType} runId={run.id} path={group.path} reason={group.reason} />
        </p>
      )}
      <Reprocess ids={rejects.flatMap(({ id }) => (id === undefined ? [] : [id]))} about={title} />
      <details>
        <summary>{words.showRecords}</summary>
        <DataTable
          caption={title}
          rows={shown.map((reject, at) => ({ ...reject, key: `${at} ${reject.recordId}` }))}
          keyOf={({ key }) => key}
          columns={[
            { title: words.record, cell: recordName },
            { title: words.value, cell: ({ errors }) => <FaultyValue errors={errors} path={group.path} /> },
            { title: words.row, cell: RawRow },
            { title: words.state, cell: ({ state }) => <State state={state} /> },
          ]}
        />
        <p className={css.note}>{words.shown(shown.length, shown.length < group.count)}</p>
      </details>
    </section>
  )
}

const State = ({ state }: { readonly state: Reject['state'] | undefined }) =>
  state === undefined ? words.unknown : <StateMark mark={marks[state]} word={words.states[state]} />

const Values = ({ values }: Pick<Group, 'values'>) =>
  values.map(({ value, count }, at) => (
    <span key={JSON.stringify(value)}>
      {at > 0 && ', '}
      <code>{JSON.stringify(value)}</code> ({texts.number(count)})
    </span>
  ))

import type { ERPSyncLog } from '@linkspan/client'
import { Link } from '@tanstack/react-router'
import type { RunFilter } from '../../api/runs.ts'
import spoken from '../../parts/spoken/spoken.module.css'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { When } from '../../parts/when/when.tsx'
import { shownRun, whyOf } from '../../shell/run-words.ts'
import { locale, texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.runs
const arrows = { pull: '↓', push: '↑', bidirectional: '↓↑' } as const

export interface ColumnOptions {
  readonly filter: RunFilter
  readonly nameOf: (connectionId: string) => string
  readonly selected: ReadonlySet<string>
  readonly onSelect: (id: string, isSelected: boolean) => void
}

export const runTitle = ({ erpConnectionId, dataType }: ERPSyncLog, nameOf: (id: string) => string): string =>
  `${nameOf(erpConnectionId)} · ${texts.dataTypes[dataType]}`

/** The columns of the list of runs. The first one selects a run and leads to it. */
export const columnsOf = ({ filter, nameOf, selected, onSelect }: ColumnOptions): readonly Column<ERPSyncLog>[] => [
  {
    title: texts.connections.status,
    cell: (run) => (
      <span className={css.first}>
        <input
          type="checkbox"
          aria-label={words.select(runTitle(run, nameOf))}
          checked={selected.has(run.id)}
          onChange={({ target }) => onSelect(run.id, target.checked)}
        />
        <Link to="/sync-logs/$id" params={{ id: run.id }} search={filter}>
          <StateMark {...shownRun(run)} />
        </Link>
        {filter.status !== undefined && filter.status !== run.status && (
          <span className={css.moved}>{words.now(texts.runStatus[run.status])}</span>
        )}
      </span>
    ),
  },
  { title: words.started, cell: ({ startedAt }) => <When at={startedAt} locale={locale} /> },
  { title: words.took, cell: (run) => (run.duration === undefined ? '–' : texts.duration(run.duration)) },
  {
    title: words.connectionAndType,
    cell: (run) => (
      <>
        <Link to="/sync-logs/$id" params={{ id: run.id }} search={filter} className={css.title}>
          {runTitle(run, nameOf)}
        </Link>{' '}
        <span title={texts.directions[run.direction]}>{arrows[run.direction]}</span>
        <span className={spoken.spoken}> {texts.directions[run.direction]}</span>
      </>
    ),
  },
  { title: words.trigger, cell: ({ trigger }) => texts.triggers[trigger] },
  { title: words.read, cell: ({ recordsRead }) => texts.number(recordsRead), isNumber: true },
  {
    title: words.changed,
    cell: ({ recordsCreated, recordsUpdated, recordsPushed }) => texts.number(recordsCreated + recordsUpdated + recordsPushed),
    isNumber: true,
  },
  { title: words.rejected, cell: ({ recordsFailed }) => texts.number(recordsFailed), isNumber: true },
  { title: words.why, cell: (run) => whyOf(run) },
]

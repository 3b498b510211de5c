import type { ERPSyncLog } from '@linkspan/client'
import { Link } from '@tanstack/react-router'
import { serverNow } from '../../api/client.ts'
import type { Stream } from '../../api/names.ts'
import spoken from '../../parts/spoken/spoken.module.css'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { shownStream } from '../../shell/run-words.ts'
import { texts } from '../../texts/texts.ts'
import css from './freshness.module.css'
import type { Cell } from './matrix.ts'

const words = texts.now

export interface FreshnessCellProps {
  readonly cell: Cell
  readonly connectionId: string
  readonly running: readonly ERPSyncLog[]
  /** Where the cell is in the grid. */
  readonly place: { readonly 'data-place': string; readonly tabIndex: number; readonly onFocus: () => void }
}

/** The last proven state and the age of the last proven success; beside it, never in its place, what runs now. */
export function FreshnessCell({ cell, connectionId, running, place }: FreshnessCellProps) {
  const [stream] = cell
  if (!stream) {
    return (
      <span role="img" aria-label={words.nothing} {...place}>
        ·
      </span>
    )
  }
  const { mark, word } =
    stream.outbox.uncertain > 0 ? { mark: 'unsure' as const, word: words.uncertain(stream.outbox.uncertain) } : shownStream(stream)
  const active = cell.find(({ runningRun }) => runningRun)?.runningRun
  const seconds = stream.lastSuccessAt && (serverNow().getTime() - Date.parse(stream.lastSuccessAt)) / 1000
  const age = seconds === undefined || seconds === '' ? texts.streams.never : roughly(Math.max(0, seconds))
  const content = (
    <>
      <StateMark mark={mark} word={age} />
      <span className={spoken.spoken}> {word}</span>
    </>
  )
  return (
    <span className={css.cell}>
      {stream.lastRun ? (
        <Link to="/sync-logs/$id" params={{ id: stream.lastRun.id }} {...place}>
          {content}
        </Link>
      ) : (
        <Link to="/erp-connections/$id" params={{ id: connectionId }} {...place}>
          {content}
        </Link>
      )}
      {active && <ActiveRun run={running.find(({ id }) => id === active.id) ?? active} />}
      {stream.connectionStatus === 'inactive' && <StateMark mark="idle" word={words.paused} />}
    </span>
  )
}

function ActiveRun({ run }: { readonly run: NonNullable<Stream['runningRun']> }) {
  if (run.status === 'scheduled') return <StateMark mark="wait" word={texts.runStatus.scheduled} />
  return <StateMark mark="run" word={run.recordsTotal === undefined ? texts.runStatus.syncing : `${Math.floor(run.progress)} %`} />
}

/** The largest unit is enough to see how fresh something is. */
function roughly(seconds: number): string {
  if (seconds >= 86_400) return `${Math.floor(seconds / 86_400)} d`
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)} h`
  return texts.duration(seconds >= 60 ? Math.floor(seconds / 60) * 60 : Math.floor(seconds))
}

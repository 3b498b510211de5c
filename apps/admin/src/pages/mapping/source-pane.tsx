import type { Evaluation } from '../../api/mapping.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { JsonTree } from '../../parts/json-tree/json-tree.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { texts } from '../../texts/texts.ts'
import css from './editor.module.css'
import { statusMarks } from './status-marks.ts'

const words = texts.mapping

interface SourcePaneProps {
  readonly rows: readonly unknown[]
  /** Which of them, from 1. */
  readonly at: number
  readonly marked: string | undefined
  readonly evaluation: Evaluation | undefined
  readonly onGo: (at: number) => void
}

/** One row as the ERP sent it. */
export function SourcePane({ rows, at, marked, evaluation, onGo }: SourcePaneProps) {
  const record = evaluation?.records[at - 1]
  const order = [...rows.keys()].map((offset) => ((at + offset) % rows.length) + 1)
  const nextRejected = order.find((one) => evaluation?.records[one - 1]?.status === 'rejected')
  return (
    <section className={css.pane} aria-label={words.source}>
      <div className={css.paneHead}>
        <h2>{words.source}</h2>
        {rows.length > 0 && (
          <>
            <span className={css.count} aria-live="polite">
              {words.record(texts.number(at), texts.number(rows.length))}
            </span>
            <ActionButton label={words.previous} onPress={() => onGo(at - 1)} isDisabled={at <= 1}>
              ‹
            </ActionButton>
            <ActionButton label={words.next} onPress={() => onGo(at + 1)} isDisabled={at >= rows.length}>
              ›
            </ActionButton>
            {nextRejected !== undefined && nextRejected !== at && (
              <ActionButton onPress={() => onGo(nextRejected)}>{words.nextRejected}</ActionButton>
            )}
          </>
        )}
      </div>
      {record && (
        <div>
          <StateMark mark={statusMarks[record.status]} word={`${words.status[record.status]} ${record.id}`} />
        </div>
      )}
      {rows.length > 0 && <JsonTree key={at} value={rows[at - 1]} marked={marked} more={words.more} />}
    </section>
  )
}

import type { ERPSyncLog } from '@linkspan/client'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.run

/** What came and what became of it, as the server counts it. What it does not know is a dash. */
export function Balance({ run }: { readonly run: ERPSyncLog }) {
  const lines: readonly (readonly [string, number | undefined])[] = [
    [words.announced, run.recordsTotal],
    [words.read, run.recordsRead],
    [words.created, run.recordsCreated],
    [words.updated, run.recordsUpdated],
    [words.unchanged, run.recordsUnchanged],
    [words.filtered, run.recordsFiltered],
    [words.failed, run.recordsFailed],
    [words.deleted, run.recordsDeleted],
    [words.pushed, run.recordsPushed],
    [words.conflicted, run.recordsConflicted],
    [words.pages, run.pages],
  ]
  return (
    <>
      <h2 className={css.heading}>{words.balance}</h2>
      <dl className={css.balance}>
        {lines.map(([title, count]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{count === undefined ? '–' : texts.number(count)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

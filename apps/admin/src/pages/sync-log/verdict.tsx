import type { ERPSyncLog } from '@linkspan/client'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'
import { actorOf, verdictOf } from './verdict.ts'

const words = texts.run

/** What became of a run in one sentence, who acts now, and what to do. */
export function Verdict({ run }: { readonly run: ERPSyncLog }) {
  const { errorDetails: error, status, dryRun } = run
  const actor = error && actorOf(error)
  return (
    <section className={status === 'error' ? css.failed : css.verdict} aria-live="polite">
      <p>{verdictOf(run, words)}</p>
      {dryRun && <p>{words.dryRun}</p>}
      {error && (
        <>
          <p>
            <strong>{words.whatToDo}:</strong> {error.hint} <code>{error.code}</code>
          </p>
          {actor && (
            <p>
              <strong>{texts.incidents.whoActs}:</strong> {texts.actors[actor]}
            </p>
          )}
          {status === 'error' && <p>{words.whatStays}</p>}
        </>
      )}
    </section>
  )
}

import type { ERPSyncLog } from '@linkspan/client'
import { useQuery } from '@tanstack/react-query'
import { errorCatalogQuery } from '../../api/error-catalog.ts'
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
          <UsualCauses code={error.code} />
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

function UsualCauses({ code }: { readonly code: string }) {
  const { data } = useQuery(errorCatalogQuery)
  const causes = data?.find((entry) => entry.code === code)?.causes
  if (!causes) return null
  return (
    <p>
      <strong>{words.usualCauses}:</strong> {causes}
    </p>
  )
}

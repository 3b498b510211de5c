import type { ERPSyncLog } from '@linkspan/client'
import { useQuery } from '@tanstack/react-query'
import { rejectGroupsQuery, runRejectsQuery } from '../../api/rejects.ts'
import { View } from '../../parts/view-states/view.tsx'
import { problem } from '../../shell/problem.tsx'
import css from '../../shell/rejects.module.css'
import { texts } from '../../texts/texts.ts'
import { RejectGroup } from './rejects-group.tsx'

const words = texts.rejects
const maxKept = 10_000

/** The rejected records of a run by reason: how many of it, and how many are still open. */
export function Rejects({ run, isRunning }: { readonly run: ERPSyncLog; readonly isRunning: boolean }) {
  const groups = useQuery(rejectGroupsQuery(run.id, isRunning))
  const { data: rejects = [] } = useQuery(runRejectsQuery(run.id, groups.data))
  return (
    <View query={groups} words={texts} problem={problem}>
      {({ groups: found, rejected, open, hasMore }) =>
        rejected === 0 ? (
          <p>{words.noneOfRun}</p>
        ) : (
          <>
            <p>
              {words.ofRun(rejected, open)}. {rejected > maxKept && words.kept(maxKept)}
            </p>
            {found.map((group) => (
              <RejectGroup
                key={`${group.path} ${group.reason}`}
                run={run}
                group={group}
                rejects={rejects.filter(({ errors }) =>
                  errors.some(({ path, message }) => path === group.path && message === group.reason),
                )}
              />
            ))}
            {hasMore && <p className={css.note}>{words.moreReasons}</p>}
          </>
        )
      }
    </View>
  )
}

import { useQuery } from '@tanstack/react-query'
import { type Decision, resolutionPreviewQuery } from '../../api/conflicts.ts'
import type { Conflict } from '../../api/names.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { texts } from '../../texts/texts.ts'
import { problem } from '../problem.tsx'
import css from './conflict.module.css'
import { Fates } from './fates.tsx'

const words = texts.conflicts

export interface OthersProps {
  /** All that get the decision. */
  readonly conflicts: readonly Conflict[]
  readonly decision: Decision
  readonly isDisabled: boolean
  readonly onDecide: (conflicts: readonly Conflict[]) => void
  readonly onCancel: () => void
}

/** The same decision for several: every record with its result, before anything happens. */
export function Others({ conflicts, decision, isDisabled, onDecide, onCancel }: OthersProps) {
  const ids = conflicts.map(({ id }) => id)
  const preview = useQuery(resolutionPreviewQuery(ids, decision))
  return (
    <section className={css.others} aria-label={words.sameDecision}>
      <h2>{words.wouldBecome(ids.length)}</h2>
      <View query={preview} words={texts} problem={problem}>
        {({ results }) => {
          const possible = conflicts.filter(({ id }) => results.some((fate) => fate.id === id && fate.fate === 'resolved'))
          return (
            <>
              <Fates caption={words.wouldBecome(ids.length)} conflicts={conflicts} fates={results} />
              <div className={css.actions}>
                <ActionButton isMain isDisabled={isDisabled || possible.length === 0} onPress={() => onDecide(possible)}>
                  {words.decideAll(possible.length)}
                </ActionButton>
                <ActionButton onPress={onCancel}>{texts.cancel}</ActionButton>
              </div>
            </>
          )
        }}
      </View>
    </section>
  )
}

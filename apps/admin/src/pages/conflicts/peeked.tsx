import { useQuery } from '@tanstack/react-query'
import { conflictQuery } from '../../api/conflicts.ts'
import type { Conflict } from '../../api/names.ts'
import { View } from '../../parts/view-states/view.tsx'
import { Cockpit, type Decided } from '../../shell/conflict/cockpit.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'

export interface PeekedProps {
  readonly id: string
  readonly shown: readonly Conflict[]
  readonly onDecided: (decided: Decided) => void
}

/** A conflict that is not in the list: it does not fit the filter, or somebody has resolved it, which is then said. */
export function Peeked({ id, shown, onDecided }: PeekedProps) {
  const conflict = useQuery(conflictQuery(id))
  if (conflict.error) return problem(conflict.error, () => void conflict.refetch())
  return (
    <View query={conflict} words={texts} problem={problem}>
      {(found) => <Cockpit conflict={found} shown={shown} onDecided={onDecided} />}
    </View>
  )
}

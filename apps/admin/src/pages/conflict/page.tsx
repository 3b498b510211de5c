import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { conflictQuery } from '../../api/conflicts.ts'
import { View } from '../../parts/view-states/view.tsx'
import { Cockpit, type Decided } from '../../shell/conflict/cockpit.tsx'
import { Fates } from '../../shell/conflict/fates.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'

const words = texts.conflicts

/** One conflict, to which messages link. Once it is decided, the page says how. */
export function ConflictPage() {
  const { id } = useParams({ from: '/shell/conflicts/$id' })
  const [decided, setDecided] = useState<Decided | null>(null)
  const conflict = useQuery({ ...conflictQuery(id), enabled: decided === null })
  const recordId = conflict.data?.recordId ?? decided?.conflicts[0]?.recordId
  return (
    <>
      <PageHead title={recordId === undefined ? words.title : words.conflictOf(recordId)}>
        <Link to="/conflicts">{words.all}</Link>
      </PageHead>
      {decided ? (
        <div role="status">
          <Fates caption={words.whatBecame} {...decided} />
        </div>
      ) : conflict.error ? (
        problem(conflict.error, () => void conflict.refetch())
      ) : (
        <View query={conflict} words={texts} problem={problem}>
          {(found) => <Cockpit conflict={found} shown={[]} onDecided={setDecided} />}
        </View>
      )}
    </>
  )
}

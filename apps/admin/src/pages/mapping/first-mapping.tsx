import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { streamsQuery } from '../../api/streams.ts'
import { View } from '../../parts/view-states/view.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import { pulledTypes } from './pulled-types.ts'

/** Opens the mapping of the first data type that a connection pulls. */
export function FirstMapping() {
  const { id } = useParams({ from: '/shell/erp-connections/$id/mapping' })
  const streams = useQuery(streamsQuery(id))
  return (
    <View query={streams} words={texts} problem={problem}>
      {(rows) => {
        const [dataType] = pulledTypes(rows)
        if (!dataType) return <p>{texts.mapping.none}</p>
        return <Navigate to="/erp-connections/$id/mapping/$dataType" params={{ id, dataType }} replace />
      }}
    </View>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { connectionQuery } from '../../api/connections.ts'
import { dataTypesQuery, operationsQuery, storedConfigQuery } from '../../api/mapping.ts'
import { providersQuery } from '../../api/providers.ts'
import { streamsQuery } from '../../api/streams.ts'
import { Choice } from '../../parts/controls/choice.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import css from './editor.module.css'
import { Editor } from './editor.tsx'
import { pulledTypes } from './pulled-types.ts'
import { knownNamesOf } from './suggest.ts'

const words = texts.mapping

/** How the rows of one data type become canonical records: tried on real rows while it is written. */
export function MappingPage() {
  const { id, dataType: asked } = useParams({ from: '/shell/erp-connections/$id/mapping/$dataType' })
  const navigate = useNavigate()
  const streams = useQuery(streamsQuery(id))
  const dataTypes = useQuery(dataTypesQuery)
  const described = dataTypes.data?.find(({ dataType }) => dataType === asked)
  const offered = pulledTypes(streams.data ?? [])
  return (
    <View query={dataTypes} words={texts} problem={problem}>
      {() =>
        described === undefined ? (
          <p>{words.none}</p>
        ) : (
          <>
            <div className={css.line}>
              <Choice
                label={words.dataType}
                value={described.dataType}
                choices={[...new Set([...offered, described.dataType])].map((name) => [name, texts.dataTypes[name]] as const)}
                onChange={(next) => next && void navigate({ to: '/erp-connections/$id/mapping/$dataType', params: { id, dataType: next } })}
              />
            </div>
            <Stored key={`${id} ${described.dataType}`} id={id} described={described} />
          </>
        )
      }
    </View>
  )
}

interface StoredProps {
  readonly id: string
  readonly described: Parameters<typeof Editor>[0]['described']
}

function Stored({ id, described }: StoredProps) {
  const connection = useQuery(connectionQuery(id))
  const operations = useQuery(operationsQuery)
  const stored = useQuery(storedConfigQuery({ id, dataType: described.dataType }))
  const { data: providers } = useQuery(providersQuery)
  const knownNames = useMemo(() => knownNamesOf(providers ?? [], described.dataType), [providers, described.dataType])
  return (
    <View query={stored} words={texts} problem={problem}>
      {(config) => (
        <View query={operations} words={texts} problem={problem}>
          {(known) => (
            <View query={connection} words={texts} problem={problem}>
              {(one) => <Editor connection={one} described={described} operations={known} stored={config} knownNames={knownNames} />}
            </View>
          )}
        </View>
      )}
    </View>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { connectionToEditQuery } from '../../api/connections.ts'
import type { DataType } from '../../api/names.ts'
import { providersQuery } from '../../api/providers.ts'
import { View } from '../../parts/view-states/view.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import { Sample } from './sample.tsx'
import { SettingsForm } from './settings-form.tsx'

/** The settings of the connection, and what records look like with them. */
export function SettingsTab() {
  const { id } = useParams({ from: '/shell/erp-connections/$id/settings' })
  const providers = useQuery(providersQuery)
  const loaded = useQuery(connectionToEditQuery(id))
  return (
    <View query={loaded} words={texts} problem={problem}>
      {(versioned) => {
        const { provider, connectionMethod, settings } = versioned.connection
        const ways = providers.data?.filter((one) => one.provider === provider && one.connectionMethod === connectionMethod) ?? []
        const way = ways.find(({ product }) => product === settings.product) ?? ways[0]
        return (
          <>
            {providers.error && problem(providers.error)}
            {way && <SettingsForm provider={way} loaded={versioned} />}
            <Sample connectionId={id} dataTypes={(settings.enabledDataTypes ?? []) as readonly DataType[]} />
          </>
        )
      }}
    </View>
  )
}

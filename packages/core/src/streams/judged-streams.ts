import type { Connection } from '../connections/connection.ts'
import type { ConnectorRegistry } from '../connector/connector.ts'
import type { Clock } from '../kernel/ports.ts'
import { type DataTypeId, dataTypeIds } from '../records/data-types.ts'
import { type SyncConfig, type SyncConfigRepository, SyncDirection } from '../sync-configs/sync-config.ts'
import { type AllowedAge, ageRuleOf } from './allowed-age.ts'
import { type Judgement, judgeFreshness, lastSuccessOf, type Watch, watchOf } from './judge-freshness.ts'
import { planStreams, type StreamPlan } from './plan-streams.ts'
import type { StoredStream, StreamId, StreamStore } from './stream-store.ts'

export interface JudgePorts {
  readonly connectors: ConnectorRegistry
  readonly streams: StreamStore
  readonly syncConfigs: Pick<SyncConfigRepository, 'list'>
  readonly clock: Clock
}

/** A stream with what is stored of it, and how fresh that makes it. */
export interface JudgedStream extends StreamId {
  readonly plan: StreamPlan
  readonly connection: Connection
  readonly configs: readonly SyncConfig[]
  readonly stored: StoredStream
  readonly lastSuccessAt: string | null
  readonly watch: Watch | null
  readonly judgement: Judgement
}

/** A stream that the watcher remembers, and that is no longer planned: its data type or its configuration was switched off. */
export interface DroppedStream extends StreamId {
  readonly stored: StoredStream
  readonly watch: Watch
}

/** All streams of a connection, judged as of now, with those that are gone. */
export async function judgeStreams(
  connection: Connection,
  allowedAge: AllowedAge,
  { connectors, streams, syncConfigs, clock }: JudgePorts,
): Promise<{ readonly judged: readonly JudgedStream[]; readonly dropped: readonly DroppedStream[] }> {
  const [configs, stored] = await Promise.all([syncConfigs.list(connection.id), streams.read(connection.id, dataTypeIds)])
  const byType = new Map(stored.map((one) => [one.dataType, one]))
  const isWritten = (dataType: DataTypeId) => byType.get(dataType)?.isWritten ?? false
  const plans = planStreams(connection, configs, connectors.find(connection), isWritten)
  const now = clock.now()
  const judged = plans.flatMap((plan): JudgedStream[] => {
    const { connectionId, dataType, direction } = plan
    const own = byType.get(dataType)
    if (!own) return []
    const [lastSuccessAt, watch] = [lastSuccessOf(own, direction), watchOf(own, direction)]
    const judgement = judgeFreshness({ rule: ageRuleOf(connection, configs, plan, now), watch, lastSuccessAt, now }, allowedAge)
    return [{ connectionId, dataType, direction, plan, connection, configs, stored: own, lastSuccessAt, watch, judgement }]
  })
  const isPlanned = ({ dataType, direction }: Pick<StreamId, 'dataType' | 'direction'>) =>
    plans.some((plan) => plan.dataType === dataType && plan.direction === direction)
  const dropped = stored.flatMap((one) =>
    SyncDirection.options.flatMap((direction): DroppedStream[] => {
      const watch = watchOf(one, direction)
      const id = { connectionId: connection.id, dataType: one.dataType, direction }
      return watch === null || isPlanned(id) ? [] : [{ ...id, stored: one, watch }]
    }),
  )
  return { judged, dropped }
}

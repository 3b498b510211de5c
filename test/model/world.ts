import { type RestErp, type Row, startRestErp, type WriteAnswer } from '@linkspan/simulators'
import { mappedSettings, mappedShape } from './erp-shape.ts'
import { caller, type ModelSession, type ModelStack } from './model-stack.ts'
import { createOracle, type Oracle } from './oracle.ts'
import type { Scenario } from './scenario.ts'

export type Data = Readonly<Record<string, unknown>>
export type ErpRow = Row & Data
export type PathChanges = ReadonlyMap<string, string | undefined>

/** What a scenario is played on: a real ERP, the product, and the model of both. */
export interface World extends AsyncDisposable {
  readonly scenario: Scenario
  readonly session: ModelSession
  readonly connectionId: string
  readonly erp: RestErp
  readonly oracle: Oracle
  /** What the ERP's answers to writes show. */
  answer: WriteAnswer
  /** The names of records that were ever created: none of them is created twice. */
  readonly created: Set<string>
  /** The names of records that went back and forth. */
  readonly duelled: Set<string>
}

const initialRows = 3

export async function openWorld(scenario: Scenario, stack: ModelStack): Promise<World> {
  const { type, locking, normalise, isMapped, strategy, seed } = scenario
  const erp = await startRestErp({
    dataset: { products: initialRows, orders: initialRows, seed },
    paging: 'link',
    pageSize: 2,
    answer: () => world.answer,
    normalise,
    locking,
    ...(isMapped && mappedShape(type)),
  })
  const session = stack.open()
  const connectionId = await connect(scenario, session, erp)
  const world: World = {
    scenario,
    session,
    connectionId,
    erp,
    oracle: createOracle({ type, strategy, normalise }),
    answer: 'record',
    created: new Set(),
    duelled: new Set(),
    [Symbol.asyncDispose]: () => erp[Symbol.asyncDispose](),
  }
  return world
}

async function connect({ type, strategy, isMapped, locking, seed }: Scenario, { core }: ModelSession, erp: RestErp): Promise<string> {
  const push = { ...(locking !== 'none' && { ifMatch: true }), ...(type === 'products' && { referenceField: 'sku' }) }
  const { connection } = await core.connections.create(caller, {
    name: `Seed ${seed}`,
    provider: 'Custom',
    connectionMethod: 'api',
    credentials: { apiUrl: erp.url },
    settings: {
      enabledDataTypes: [type],
      retryDelay: 0,
      retryAttempts: 5,
      timeout: 2000,
      maxDeleteShare: 1,
      resources: { [type]: { push, since: { parameter: 'updated_since' } } },
    },
  })
  await core.syncConfigs.create(caller, {
    erpConnectionId: connection.id,
    dataType: type,
    direction: 'bidirectional',
    enabled: false,
    settings: { conflictResolution: strategy, ...(isMapped && mappedSettings[type]) },
  } as Parameters<typeof core.syncConfigs.create>[1])
  return connection.id
}

/** The ERP's own rows. */
export const tableOf = ({ erp, scenario }: World) =>
  erp.dataset[scenario.type] as unknown as Iterable<ErpRow> & { get(id: string): ErpRow | undefined }

export const readRecord = ({ session, connectionId, scenario }: World, id: string) =>
  session.core.records.get(connectionId, scenario.type, id)

/** Up to where the change feed goes. */
export const feedEnd = async ({ session, connectionId, scenario }: World): Promise<number> =>
  (await session.core.records.changes(connectionId, scenario.type, 0, 1000)).next

export const openConflicts = async ({ session, connectionId }: World) =>
  (await session.core.conflicts.list(connectionId, { limit: 100 })).items

export const writesSeen = ({ erp }: World): number => erp.requests.filter(({ method }) => method !== 'GET').length

export const anySku = ({ erp }: World): string => [...erp.dataset.products][0]?.sku ?? ''

import { type components, LinkspanError, ok } from '@linkspan/client'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import type { Sample } from './mapping-sample.ts'
import type { StreamName } from './names.ts'
import { type Asked, asked } from './runs.ts'
import { stillData } from './stale-marks.ts'

type Schemas = components['schemas']
export type SyncConfig = Schemas['ERPSyncConfiguration']
export type Revision = Schemas['ERPSyncConfigurationRevision']
export type DataTypeDescription = Schemas['ERPDataTypeDescription']
export type MappingOperation = Schemas['ERPMappingOperation']
export type Evaluation = Schemas['ERPMappingEvaluation']
export type EvaluatedRecord = Evaluation['records'][number]
export type TracedField = NonNullable<EvaluatedRecord['trace']>[number]
export type Transformation = NonNullable<SyncConfig['settings']['transformations']>[number]
export type Filter = Omit<NonNullable<EvaluatedRecord['filteredBy']>, 'filter'>

/** A mapping that somebody works on. */
export interface Mapping {
  readonly fieldMapping: Readonly<Record<string, string>>
  readonly transformations: readonly Transformation[]
  readonly filters: readonly Filter[]
}

/** A configuration as it is stored, and what guards its next change. */
export interface StoredConfig {
  readonly config: SyncConfig
  readonly etag: string
}

export const dataTypesQuery = queryOptions({
  queryKey: ['data-types'],
  queryFn: ({ signal }) => ok(api.GET('/erp/data-types', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
})

export const operationsQuery = queryOptions({
  queryKey: ['mapping-operations'],
  queryFn: ({ signal }) => ok(api.GET('/erp/mapping-operations', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
})

/** The configuration by which a data type is pulled; null if there is none. */
export const storedConfigQuery = ({ id, dataType }: StreamName) =>
  queryOptions({
    queryKey: ['mapping', id, dataType, 'stored'],
    async queryFn({ signal }): Promise<StoredConfig | null> {
      const configs = await ok(api.GET('/erp/connections/{id}/sync-configs', { params: { path: { id } }, signal }))
      const found = configs.find((config) => config.dataType === dataType && config.direction !== 'push')
      if (!found) return null
      const { data, response, error } = await api.GET('/erp/sync-configs/{id}', { params: { path: { id: found.id } }, signal })
      if (!data) throw new LinkspanError(response, error)
      return { config: data, etag: response.headers.get('etag') ?? '*' }
    },
    meta: stillData, // the ETag must be the one of what somebody began to edit
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

/** What a mapping makes of the sample. The ERP is not asked. */
export const evaluationQuery = ({ id, dataType }: StreamName, sample: Sample, mapping: Mapping, trace: boolean) =>
  queryOptions({
    queryKey: ['mapping', id, dataType, 'evaluation', sample.id, mapping, trace],
    queryFn: ({ signal }) =>
      ok(
        api.POST('/erp/mapping/evaluate', {
          body: {
            connectionId: id,
            dataType,
            raw: [...sample.raw],
            ...(sample.found && { found: [...sample.found] }),
            mapping: toSettings(mapping),
            trace,
          },
          signal,
        }),
      ),
    enabled: sample.raw.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
    retry: false,
  })

export const revisionsQuery = (stored: StoredConfig) =>
  queryOptions({
    queryKey: ['sync-config-revisions', stored.config.id, stored.etag],
    queryFn: ({ signal }) => ok(api.GET('/erp/sync-configs/{id}/revisions', { params: { path: { id: stored.config.id } }, signal })),
  })

const toSettings = ({ fieldMapping, transformations, filters }: Mapping) => ({
  ...(Object.keys(fieldMapping).length > 0 && { fieldMapping: { ...fieldMapping } }),
  ...(transformations.length > 0 && { transformations: [...transformations] }),
  ...(filters.length > 0 && { filters: [...filters] }),
})

export interface SaveRequest extends StreamName {
  readonly mapping: Mapping
  /** The configuration that is changed; without one, one is made that keeps the schedule of the connection. */
  readonly stored: StoredConfig | null
  readonly schedule: string | undefined
  readonly timezone: string | undefined
}

/** Stores a mapping. Fails with 412 if somebody else has changed the configuration since it was read. */
export function saveMapping({ id, dataType, mapping, stored, schedule, timezone }: SaveRequest): Promise<unknown> {
  if (!stored) {
    const own = { ...(schedule !== undefined && { schedule }), ...(timezone !== undefined && { timezone }) }
    return ok(
      api.POST('/erp/sync-configs', {
        body: { erpConnectionId: id, dataType, direction: 'pull', enabled: true, settings: { ...toSettings(mapping) }, ...own },
      }),
    )
  }
  const { config, etag } = stored
  const gone = Object.keys(config.settings.fieldMapping ?? {}).filter((field) => !(field in mapping.fieldMapping))
  const { fieldMapping, transformations = null, filters = null } = toSettings(mapping)
  return ok(
    api.PATCH('/erp/sync-configs/{id}', {
      params: { path: { id: config.id }, header: { 'if-match': etag } },
      body: {
        settings: {
          fieldMapping: fieldMapping ? { ...Object.fromEntries(gone.map((field) => [field, null])), ...fieldMapping } : null,
          transformations,
          filters,
        },
      },
    }),
  )
}

/** Reads everything again. A dry run may try a mapping that is not stored. */
export const syncFull = ({ id, dataType }: StreamName, how: { readonly dryRun: boolean; readonly mapping?: Mapping }): Promise<Asked> =>
  asked(
    api.POST('/erp/connections/{id}/sync', {
      params: { path: { id } },
      body: { dataType, mode: 'full', dryRun: how.dryRun, ...(how.mapping && { mapping: toSettings(how.mapping) }) },
    }),
  )

/** Whether a change was refused because somebody else was faster. */
export const isChangedByOthers = (error: unknown): boolean => error instanceof LinkspanError && error.status === 412

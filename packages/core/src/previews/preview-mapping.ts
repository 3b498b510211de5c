import type { MappingSettings } from '../mapping/mapping.ts'
import type { DataTypeId } from '../records/data-types.ts'
import { configOf } from '../sync-configs/reconcile.ts'
import type { SyncConfigRepository, SyncDirection } from '../sync-configs/sync-config.ts'
import type { ERPPreview, PreviewRequest } from './preview.ts'

export interface PreviewedStream {
  readonly connectionId: string
  readonly dataType: DataTypeId
  readonly direction: SyncDirection
}

/** The mapping of a preview: what the request gives of it, or else the one that a sync in this direction would use. */
export async function previewMapping(
  { connectionId, dataType, direction }: PreviewedStream,
  { fieldMapping, transformations, filters }: Pick<PreviewRequest, 'fieldMapping' | 'transformations' | 'filters'>,
  { syncConfigs }: { readonly syncConfigs: SyncConfigRepository },
): Promise<{ readonly source: ERPPreview['mapping']; readonly settings: MappingSettings }> {
  const asked = { fieldMapping, transformations, filters }
  if (isMapped(asked)) return { source: 'request', settings: asked }
  const config = configOf(await syncConfigs.list(connectionId), dataType, direction)
  const stored = {
    fieldMapping: config?.settings.fieldMapping,
    transformations: config?.settings.transformations,
    filters: config?.settings.filters,
  }
  return { source: isMapped(stored) ? 'stored' : 'none', settings: stored }
}

const isMapped = (settings: MappingSettings): boolean => Object.values(settings).some((part) => part !== undefined)

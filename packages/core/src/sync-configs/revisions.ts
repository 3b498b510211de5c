import { matchesEtag } from '../kernel/matches-etag.ts'
import type { SyncConfig, SyncConfigRepository, SyncConfigRevision } from './sync-config.ts'

/** The ETag of a configuration: it changes only if somebody changes the configuration. */
export const etagOfConfig = ({ revision }: Pick<SyncConfig, 'revision'>): string => `"${revision}"`

export const matchesRevision = (ifMatch: string, { revision }: SyncConfig): boolean => matchesEtag(ifMatch, revision)

/** What a configuration is and was, newest first. */
export async function readRevisions(
  config: SyncConfig,
  { syncConfigs }: { readonly syncConfigs: SyncConfigRepository },
): Promise<SyncConfigRevision[]> {
  const earlier = await syncConfigs.earlier(config)
  return [config, ...earlier].map(({ revision, updatedAt, updatedBy, schedule, timezone, enabled, pausedUntil, settings }, at) => ({
    revision,
    at: updatedAt,
    ...(updatedBy !== undefined && { by: updatedBy }),
    isCurrent: at === 0,
    content: {
      ...(schedule !== undefined && { schedule }),
      ...(timezone !== undefined && { timezone }),
      enabled,
      ...(pausedUntil !== undefined && { pausedUntil }),
      settings,
    },
  }))
}

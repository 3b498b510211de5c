import { matchesEtag } from '../kernel/matches-etag.ts'
import { contentOf, type SyncConfig, type SyncConfigRepository, type SyncConfigRevision } from './sync-config.ts'

/** The ETag of a configuration: it changes only if somebody changes the configuration. */
export const etagOfConfig = ({ revision }: Pick<SyncConfig, 'revision'>): string => `"${revision}"`

export const matchesRevision = (ifMatch: string, { revision }: SyncConfig): boolean => matchesEtag(ifMatch, revision)

/** What a configuration is and was, newest first. */
export async function readRevisions(
  config: SyncConfig,
  { syncConfigs }: { readonly syncConfigs: SyncConfigRepository },
): Promise<SyncConfigRevision[]> {
  const earlier = await syncConfigs.earlier(config)
  return [config, ...earlier].map((one, at) => ({
    revision: one.revision,
    at: one.updatedAt,
    ...(one.updatedBy !== undefined && { by: one.updatedBy }),
    isCurrent: at === 0,
    content: contentOf(one),
  }))
}

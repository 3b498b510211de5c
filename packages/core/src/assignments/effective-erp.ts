import type { ClientERPAssignment, SiteERPAssignment } from './assignment.ts'

/** Which assignment serves a site, and whose it is. */
export type EffectiveAssignment =
  | { readonly source: 'site'; readonly assignment: SiteERPAssignment }
  | { readonly source: 'client'; readonly assignment: ClientERPAssignment }
  | { readonly source: 'none'; readonly assignment: null }

/**
 * The site's own assignment where it overrides (of several the one that was changed last), else the client's default,
 * else none. Assignments whose connection is gone must be left out before.
 */
export function effectiveAssignment(ofSite: readonly SiteERPAssignment[], ofClient: readonly ClientERPAssignment[]): EffectiveAssignment {
  const [own] = ofSite.filter(({ overridesClient }) => overridesClient).toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  if (own) return { source: 'site', assignment: own }
  const inherited = ofClient.find(({ isDefault }) => isDefault)
  return inherited ? { source: 'client', assignment: inherited } : { source: 'none', assignment: null }
}

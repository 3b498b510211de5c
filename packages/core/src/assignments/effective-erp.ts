import type { ClientERPAssignment, SiteERPAssignment } from './assignment.ts'

/** The assignment that serves a site, and whether it is the site's own or its client's. */
export type EffectiveAssignment =
  | { readonly source: 'site'; readonly assignment: SiteERPAssignment }
  | { readonly source: 'client'; readonly assignment: ClientERPAssignment }
  | { readonly source: 'none'; readonly assignment: null }

/**
 * Returns the site's own assignment if one overrides the client's (of several, the one changed last), otherwise the client's default,
 * otherwise none. The caller must have removed assignments whose connection was deleted.
 */
export function effectiveAssignment(ofSite: readonly SiteERPAssignment[], ofClient: readonly ClientERPAssignment[]): EffectiveAssignment {
  const [own] = ofSite.filter(({ overridesClient }) => overridesClient).toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  if (own) return { source: 'site', assignment: own }
  const inherited = ofClient.find(({ isDefault }) => isDefault)
  return inherited ? { source: 'client', assignment: inherited } : { source: 'none', assignment: null }
}

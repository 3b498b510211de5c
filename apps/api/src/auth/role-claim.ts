import { ownValue, type Role, roles } from '@linkspan/core'

type Claims = Readonly<Record<string, unknown>>

/** The claim with this very name; if there is none, the claim at this path, as in `realm.roles` or `roles[0]`. */
const claimAt = (claims: Claims, name: string): unknown =>
  Object.hasOwn(claims, name)
    ? claims[name]
    : name
        .replace(/\[(\d+)\]/g, '.$1')
        .split('.')
        .reduce<unknown>(ownValue, claims)

/** The highest known role that the claim holds, as a text or in a list; null if it holds none. */
export function roleFrom(claims: Claims, claim: string): Role | null {
  const named = [claimAt(claims, claim)].flat()
  return roles.filter((role) => named.includes(role)).at(-1) ?? null
}

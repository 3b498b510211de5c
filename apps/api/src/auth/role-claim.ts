import { type Role, roles } from '@linkspan/core'

type Claims = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Claims => typeof value === 'object' && value !== null

/** A claim by its own name, else by its path with dots. */
const claimAt = (claims: Claims, name: string): unknown =>
  Object.hasOwn(claims, name)
    ? claims[name]
    : name.split('.').reduce<unknown>((value, part) => (isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined), claims)

/** The highest known role that the claim names, alone or in a list; null where it names none. */
export function roleFrom(claims: Claims, claim: string): Role | null {
  const named = [claimAt(claims, claim)].flat()
  return roles.filter((role) => named.includes(role)).at(-1) ?? null
}

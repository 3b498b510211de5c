import { toFlag } from '@linkspan/core/connector'
import { isAbsent } from '../fields/dot-path.ts'
import * as names from './more-sign-names.ts'
import { type Place, placesIn } from './more-sign-places.ts'

/** What an answer says about further pages. */
export interface MoreSign {
  readonly isMore: boolean
  /** Where it says so, and what, as in `meta.has_more: true`. */
  readonly sign: string
  /** The path of a token, a URL or a number for the next page, if that is the sign. */
  readonly path?: string
  /** Less certain than a link or a token elsewhere: pages that are counted, or a token that some ERPs give on the last page too. */
  readonly isWeak?: true
}

type Find = (place: Place) => MoreSign | undefined

/**
 * What a body says about further pages by convention: with a flag, which decides; else with pages or rows that are counted, or with what the
 * next page is asked for. Names are compared without case, `_` and `-`. Undefined if it says nothing.
 */
export function moreSign(body: unknown): MoreSign | undefined {
  const places = placesIn(body)
  const first = (find: Find): MoreSign | undefined => {
    for (const place of places) {
      const found = find(place)
      if (found) return found
    }
    return undefined
  }
  return first(flagIn) ?? first(morePagesIn) ?? first(tokenIn) ?? first(remainingIn) ?? first(lastPageIn) ?? first(weakTokenIn)
}

const signOf = (isMore: boolean, { path }: Place, name: string, value: unknown): MoreSign => ({
  isMore,
  sign: `${path === '' ? name : `${path}.${name}`}: ${typeof value === 'string' ? JSON.stringify(value).slice(0, 60) : value}`,
})

function flagIn(place: Place): MoreSign | undefined {
  for (const [plain, { name, value }] of place.fields) {
    const isWord = typeof value === 'boolean' || (typeof value === 'string' && /^(true|false)$/i.test(value.trim()))
    const flag = names.yes.has(plain) || isWord ? toFlag(value) : null
    if (flag === null) continue
    const shown = typeof value === 'string' && isWord ? flag : value
    if (names.yes.has(plain)) return signOf(flag, place, name, shown)
    if (names.no.has(plain)) return signOf(!flag, place, name, shown)
    if (flag && names.onlyYes.has(plain)) return signOf(true, place, name, shown)
    if (!flag && names.notYet.has(plain)) return signOf(true, place, name, shown)
  }
  return undefined
}

const toNumber = (value: unknown): number => (isAbsent(value) || typeof value === 'boolean' ? Number.NaN : Number(value))

function countedPages({ fields }: Place) {
  const find = (wanted: readonly string[]) =>
    wanted.flatMap((plain) => fields.get(plain) ?? []).find(({ value }) => Number.isSafeInteger(toNumber(value)))
  return { count: find(names.pageCount), page: find(names.pageNumber) }
}

/** More pages than the present one, whether they are counted from 0 or from 1. */
function morePagesIn(place: Place): MoreSign | undefined {
  const { count, page } = countedPages(place)
  if (!count || !page || toNumber(page.value) + 1 >= toNumber(count.value)) return undefined
  return signOf(true, place, count.name, count.value)
}

/** The last page, counted from 1. Counted from 0 it would be one that does not exist. */
function lastPageIn(place: Place): MoreSign | undefined {
  const { count, page } = countedPages(place)
  if (!count || !page || toNumber(count.value) < 1 || toNumber(page.value) < toNumber(count.value)) return undefined
  return { ...signOf(false, place, count.name, count.value), isWeak: true }
}

/** Rows or pages that are said to follow. */
function remainingIn(place: Place): MoreSign | undefined {
  for (const [plain, { name, value }] of place.fields) {
    const isSaid = names.remaining.has(plain) || (plain === 'remaining' && names.pagingHolders.test(place.path))
    if (isSaid && toNumber(value) > 0) return signOf(true, place, name, value)
  }
  return undefined
}

const tokenAmong =
  (wanted: readonly string[]): Find =>
  (place) => {
    for (const plain of wanted) {
      const { name, value } = place.fields.get(plain) ?? {}
      const isToken = typeof value === 'string' || typeof value === 'number'
      if (name === undefined || !isToken || isAbsent(value) || names.onlyIn[plain]?.test(place.path) === false) continue
      const path = place.path === '' ? name : `${place.path}.${name}`
      return { isMore: true, sign: `${path}: ${JSON.stringify(value).slice(0, 60)}`, path }
    }
    return undefined
  }

const tokenIn = tokenAmong(names.token)
const weakTokenAmong = tokenAmong(names.weakToken)
function weakTokenIn(place: Place): MoreSign | undefined {
  const found = weakTokenAmong(place)
  return found && { ...found, isWeak: true }
}

import type { TargetPlace } from '../connector/connector.ts'
import { compileFieldMapping, type MappedField } from './field-mapping.ts'
import { each, type Steps } from './path.ts'
import { pathText, rootOf, startsWith } from './reverse-paths.ts'

/** Where a push writes one canonical field. */
export interface Target {
  /** A path in the ERP's row; null for the connector's own place. */
  readonly path: string | null
  /** Why nothing can be written there, as a sentence. */
  readonly readOnly: string | null
  /** Why it is the connector's own place although the mapping names a path, as a sentence. */
  readonly ownPlace: string | null
  /** Other fields that are read from the same path. */
  readonly sharedWith: readonly string[]
}

/** Values that the ERP sets itself. */
const ownedByErp = new Set(['id', 'sourceUpdatedAt', 'sourceVersion'])

/** Says where a connector writes what is read from a path in the ERP's row. */
export type PlaceOf = (path: string) => TargetPlace

const anyPath: PlaceOf = () => ({ kind: 'path' })

/** Reads a field mapping from right to left. */
export function planTargets(
  fieldMapping: Readonly<Record<string, string>>,
  placeOf: PlaceOf = anyPath,
): { find(path: string, at: Steps): Target } {
  const mapped = compileFieldMapping(fieldMapping)
  const effective = mapped.filter((one, index) => !mapped.slice(index + 1).some((later) => startsWith(one.to, later.to)))

  return {
    find(path, at) {
      const own = ownedByErp.has(rootOf(path)) ? `${path} is set by the ERP, so it cannot be written.` : null
      const covering = mapped.findLast(({ to }) => startsWith(at, to))
      if (!covering) return { path: null, readOnly: own, ownPlace: null, sharedWith: [] }
      const from = [...covering.from, ...at.slice(covering.to.length)]
      const others = effective.filter((other) => other !== covering && !ownedByErp.has(String(other.to[0])))
      const place = placeOf(pathText(from))
      if (place.kind === 'own') return { path: null, readOnly: own, ownPlace: place.reason, sharedWith: [] }
      const notThere = place.kind === 'none' ? `${path} is read from ${pathText(from)}, which cannot be written: ${place.reason}` : null
      return {
        path: pathText(from),
        readOnly: own ?? notThere ?? whyNotWritable(path, at, from) ?? whyOverlapping(path, covering, others),
        ownPlace: null,
        sharedWith: others.filter((other) => pathText(other.from) === pathText(from)).map(({ to }) => pathText(to)),
      }
    },
  }
}

const isListPlace = (step: Steps[number], at: number): boolean => at > 0 && step !== each && /^\d+$/.test(step)
const listsOf = (steps: Steps): number => steps.filter((step) => step === each).length

/** A list can be written as a whole, but not one place of it: the rest of the list is not known when a record is sent. */
function whyNotWritable(path: string, to: Steps, from: Steps): string | null {
  const source = pathText(from)
  if (to.some(isListPlace)) return `${path} names one place of a list, so it cannot be written back.`
  if (from.some(isListPlace))
    return `${path} is read from one place of a list (${source}), so it cannot be written back without the rest of the list.`
  if (listsOf(to) > 1 || listsOf(from) > 1) return `${path} is read from ${source}, a list within a list, so it cannot be written back.`
  if (to.at(-1) === each) return `${path} names the items of a list and no field of them, so it cannot be written back.`
  return null
}

/** Two fields may be read from one path, but not one of them from a part of what the other is read from. */
function whyOverlapping(path: string, { to, from }: MappedField, others: readonly MappedField[]): string | null {
  const overlapping = others.find((other) => {
    const isSame = pathText(other.from) === pathText(from)
    const areNested = startsWith(other.to, to) || startsWith(to, other.to)
    if (isSame) return areNested
    if (startsWith(other.from, from)) return !startsWith(other.to, to)
    return startsWith(from, other.from) && !startsWith(to, other.to)
  })
  if (!overlapping) return null
  return `${path} and ${pathText(overlapping.to)} are read from overlapping places of the row (${pathText(from)} and ${pathText(overlapping.from)}), so neither can be written back.`
}

import { AppError } from '@linkspan/core/connector'
import { compareReferences } from './compare-references.ts'

/** Looks through an ERP's records for the one with our reference, and remembers those that nearly fit. */
export interface ReferenceSearch {
  /** Whether a record with this reference is the one. */
  isIt(erpId: string, theirs: string): boolean
  /** To be called when none was it. Throws `push.doubtful-match` if one nearly fits. */
  assertNoneNear(): void
}

export function searchReference(reference: string): ReferenceSearch {
  const near = new Map<string, string>()
  let longest = 0
  return {
    isIt(erpId, theirs) {
      longest = Math.max(longest, theirs.length)
      const fit = compareReferences(reference, theirs)
      if (fit === 'near') near.set(erpId, theirs)
      return fit === 'same'
    },
    assertNoneNear() {
      // An ERP that keeps longer references than this one has not cut it.
      const [doubtful] = [...near].filter(([, theirs]) => theirs.length >= Math.min(longest, reference.length))
      if (doubtful) throw doubtfulMatch(reference, doubtful)
    },
  }
}

const doubtfulMatch = (reference: string, [erpId, theirs]: readonly [string, string]): AppError =>
  new AppError('push.doubtful-match', `The ERP has record ${erpId} with the reference "${theirs}", which nearly is our "${reference}"`, {
    details: { reference, erpId, found: theirs },
  })

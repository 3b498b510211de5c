/** An id scheme whose ids carry the id of their connection, so that the store finds them with a single key. */
export interface ScopedIds {
  /** The id `<prefix>_<connection><suffix>`. */
  readonly create: (connectionId: string, suffix: string) => string
  /** The connection that an id of this scheme belongs to; null for any other text. */
  readonly connectionOf: (id: string) => string | null
}

/** Nine characters of the time and six random ones. */
const timedLength = 15

/** The ids with this prefix; `suffixLength` is the number of characters after the connection's own. */
export function scopedId(prefix: string, suffixLength: number = timedLength): ScopedIds {
  const pattern = new RegExp(`^${prefix}_([a-z0-9]{16})[a-z0-9]{${suffixLength}}$`)
  return {
    create: (connectionId, suffix) => `${prefix}_${connectionId.slice('erp_'.length)}${suffix}`,
    connectionOf(id) {
      const match = pattern.exec(id)
      return match ? `erp_${match[1]}` : null
    },
  }
}

/** The suffix of ids that sort by time: `random` has six characters. */
export const timedSuffix = (at: Date, random: string): string => `${at.getTime().toString(36).padStart(9, '0')}${random}`

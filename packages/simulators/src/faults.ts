export const faultKinds = [
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'throttled',
  'server-error',
  'unavailable',
  'hang',
  'cut',
  'html',
  'slow-drip',
  'garbage',
  'huge',
  'redirect',
  'repeat-cursor',
  'moving-rows',
  'invalid-records',
  'wrong-total',
  'drop-before-store',
  '500-before-store',
  'lock',
  'drop-after-store',
  '500-after-store',
  'late',
  'truncated',
] as const

/**
 * The kinds of faults. `hang`: no answer until the caller hangs up. `cut`: half of the true answer, then the connection breaks.
 * `slow-drip`: the true answer, a few bytes at a time. `huge`: an endless answer. `html`: a login page with status 200.
 * `repeat-cursor`: the next page is this page again. `moving-rows`: after a page has been served, its first row moves to the
 * end of the order by time, or is deleted. `invalid-records`: some rows lack a required field or have a price of "abc".
 * `wrong-total`: the answer says that there are more rows than there are, by `by`.
 *
 * The others are for writes; they affect reads only if `method` says so. Before anything is stored: `drop-before-store` (the
 * connection breaks), `500-before-store`, `lock` (somebody else has the record open). After the write has succeeded:
 * `drop-after-store` (the connection breaks instead), `500-after-store`, `late` (the true answer, after `delayMs`), `truncated`
 * (half of the true answer, as if it were complete).
 */
export type FaultKind = (typeof faultKinds)[number]

const dataKinds: ReadonlySet<FaultKind> = new Set(['repeat-cursor', 'moving-rows', 'invalid-records', 'wrong-total'])
const answerKinds: ReadonlySet<FaultKind> = new Set(['drop-after-store', '500-after-store', 'late', 'truncated'])
const writeKinds: ReadonlySet<FaultKind> = new Set([...answerKinds, 'drop-before-store', '500-before-store', 'lock'])

export interface Fault {
  readonly kind: FaultKind
  /** How often it happens. Default: once, but always for `repeat-cursor` and for faults with `every`. */
  readonly times?: number | 'always'
  /** How many matching requests succeed before the first fault. */
  readonly after?: number
  /** Only every nth matching request: with 20 the 20th, the 40th, … */
  readonly every?: number
  /** The beginning of path and query, or a regular expression. Default: every request except those for OAuth tokens. */
  readonly path?: string | RegExp
  readonly method?: string
  /** Only requests whose JSON contains one of these strings, for example the references of orders. */
  readonly references?: readonly string[]
  /** Overrides the status of a refusal, for example 502 for `server-error`. */
  readonly status?: number
  /** For `late`. Default: 5,000. */
  readonly delayMs?: number
  /** For `throttled` (default: 1) and `unavailable` (default: no header). */
  readonly retryAfterSeconds?: number
  /** Sends an HTTP date instead of seconds. */
  readonly retryAfterAsDate?: boolean
  /** Where `redirect` leads to. */
  readonly location?: string
  /** For `moving-rows`. Default: `touch`. */
  readonly move?: 'touch' | 'delete'
  /** How many rows of a page `invalid-records` spoils. Default: 2. */
  readonly records?: number
  /** For `wrong-total`. Default: 1. */
  readonly by?: number
  /** For `slow-drip`. Default: 16 bytes every 5 ms. */
  readonly chunkBytes?: number
  readonly intervalMs?: number
}

export interface AddedFault {
  /** How often it has happened. */
  readonly taken: number
  /** How often it will still happen. */
  readonly remaining: number
  remove(): void
}

export interface FaultSubject {
  readonly method: string
  /** Path and query as sent. */
  readonly target: string
  readonly body?: string
}

/**
 * The faults to come. They are tried in the order in which they were added, and one request meets at most one of them. Faults that spoil
 * a good answer are tried only once there is one, so that they count what was stored and not what was refused.
 */
export interface Faults {
  add(fault: Fault): AddedFault
  clear(): void
  list(): readonly (Fault & { readonly taken: number })[]
  /** Takes the connection fault that this request meets, if any. Counts the request. */
  takeForConnection(subject: FaultSubject): Fault | undefined
  /** The same for faults that spoil a good answer. */
  takeForAnswer(subject: FaultSubject): Fault | undefined
  /** The same for data faults of one kind. Called by routes that serve rows. */
  takeForData(kind: FaultKind, subject: FaultSubject): Fault | undefined
}

interface Entry {
  readonly fault: Fault
  /** The references in JSON notation. */
  readonly quoted: ReadonlySet<string> | undefined
  remaining: number
  toPass: number
  /** How many matching requests came since those that `after` lets pass. */
  seen: number
  taken: number
}

export function createFaults(): Faults {
  let entries: Entry[] = []

  function take(isCandidate: (fault: Fault) => boolean, subject: FaultSubject): Fault | undefined {
    let met: Entry | undefined
    for (const entry of entries) {
      if (entry.remaining === 0 || !isCandidate(entry.fault) || !isMatch(entry, subject)) continue
      if (entry.toPass > 0) entry.toPass--
      else if (++entry.seen % (entry.fault.every ?? 1) === 0) met ??= entry
    }
    if (!met) return undefined
    met.remaining--
    met.taken++
    return met.fault
  }

  return {
    add: (fault) => {
      const times = fault.times ?? (fault.kind === 'repeat-cursor' || fault.every !== undefined ? 'always' : 1)
      const entry: Entry = {
        fault,
        quoted: fault.references && new Set(fault.references.map((each) => JSON.stringify(each))),
        remaining: times === 'always' ? Number.POSITIVE_INFINITY : times,
        toPass: fault.after ?? 0,
        seen: 0,
        taken: 0,
      }
      entries.push(entry)
      return {
        get taken() {
          return entry.taken
        },
        get remaining() {
          return entry.remaining
        },
        remove: () => {
          entries = entries.filter((each) => each !== entry)
        },
      }
    },
    clear: () => {
      entries = []
    },
    list: () => entries.map(({ fault, taken }) => ({ ...fault, taken })),
    takeForConnection: (subject) => take(({ kind }) => !dataKinds.has(kind) && !answerKinds.has(kind), subject),
    takeForAnswer: (subject) => take(({ kind }) => answerKinds.has(kind), subject),
    takeForData: (kind, subject) => take((fault) => fault.kind === kind && dataKinds.has(kind), subject),
  }
}

function isMatch({ fault: { kind, path, method }, quoted }: Entry, subject: FaultSubject): boolean {
  if (method !== undefined && method.toUpperCase() !== subject.method) return false
  if (method === undefined && writeKinds.has(kind) && /^(GET|HEAD)$/.test(subject.method)) return false
  if (quoted && !(subject.body?.match(/"(?:[^"\\]|\\.)*"/g) ?? []).some((each) => quoted.has(each))) return false
  if (path === undefined) return !subject.target.includes('/oauth')
  return typeof path === 'string'
    ? subject.target.startsWith(path)
    : new RegExp(path.source, path.flags.replace(/[gy]/g, '')).test(subject.target)
}

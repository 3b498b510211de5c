import { z } from 'zod'
import type { SyncDirection } from '../sync-configs/sync-config.ts'
import type { AgeRule, AllowedAge } from './allowed-age.ts'
import type { StoredStream } from './stream-store.ts'

export const Freshness = z.object({
  ageSeconds: z
    .number()
    .optional()
    .describe('Seconds since the last success; before the first one, since the data are asked for. Absent if nobody asks for them.'),
  allowedSeconds: z
    .number()
    .optional()
    .describe(
      'The age that is allowed: `settings.freshness`, else the time in which the schedule is due twice. Absent if there is neither.',
    ),
  late: z.boolean().describe('Whether it is older than allowed.'),
  lateSince: z.iso.datetime().optional().describe('Since when it has been late.'),
})
export type Freshness = z.infer<typeof Freshness>

/** What the watcher remembers of a stream. */
export const Watch = z.object({
  /** The rule in force, as text. */
  rule: z.string(),
  /** Since when the data are asked for by this rule: they cannot be late for anything before. */
  since: z.iso.datetime(),
  late: z.boolean(),
})
export type Watch = z.infer<typeof Watch>

export interface FreshnessInput {
  readonly rule: AgeRule | null
  readonly watch: Watch | null
  readonly lastSuccessAt: string | null
  readonly now: Date
}

export interface Judgement {
  readonly freshness: Freshness
  /** What the watcher should remember; null if nobody asks for the data. */
  readonly watch: Watch | null
  /** When it becomes late, in ms since 1970. */
  readonly deadline: number | null
}

/**
 * Judges how fresh a stream is. A new rule counts from now, so that a schedule that is made more frequent is not late at once; but what is
 * late stays late until it succeeds or the rule allows its age.
 */
export function judgeFreshness({ rule, watch, lastSuccessAt, now }: FreshnessInput, allowedAge: AllowedAge): Judgement {
  const ageOf = (since: string) => Math.max(0, Math.round((now.getTime() - Date.parse(since)) / 1000))
  if (!rule) return { freshness: { ...(lastSuccessAt && { ageSeconds: ageOf(lastSuccessAt) }), late: false }, watch: null, deadline: null }
  const text = JSON.stringify(rule)
  const since = watch && (watch.rule === text || watch.late) ? watch.since : now.toISOString()
  const base = new Date(Math.max(Date.parse(since), lastSuccessAt ? Date.parse(lastSuccessAt) : 0))
  const allowedSeconds = allowedAge(rule, base)
  const deadline = base.getTime() + Math.round(allowedSeconds * 1000)
  const late = now.getTime() > deadline
  return {
    freshness: {
      ageSeconds: ageOf(lastSuccessAt ?? since),
      allowedSeconds,
      late,
      ...(late && { lateSince: new Date(deadline).toISOString() }),
    },
    watch: { rule: text, since, late },
    deadline,
  }
}

/** When this direction last succeeded: by a run of it, by one in both directions, or by one each way if it is both. Null: never. */
export function lastSuccessOf({ successes }: Pick<StoredStream, 'successes'>, direction: SyncDirection): string | null {
  const { pull, push, bidirectional } = successes
  const bothWays = pull && push ? [pull, push].sort()[0] : undefined
  const own = direction === 'bidirectional' ? bothWays : successes[direction]
  return (
    [own, bidirectional]
      .flatMap((time) => time ?? [])
      .sort()
      .at(-1) ?? null
  )
}

/** Null if the watcher has noted nothing of this direction, or something that no longer means anything. */
export function watchOf({ watched }: Pick<StoredStream, 'watched'>, direction: SyncDirection): Watch | null {
  const text = watched[direction]
  return text === undefined ? null : (Watch.safeParse(JSON.parse(text)).data ?? null)
}

import { z } from 'zod'

/** What updates are about. */
export const updateTopics = ['connections', 'streams', 'runs', 'rejects', 'conflicts', 'incidents', 'deliveries'] as const
export const UpdateTopic = z.enum(updateTopics)
export type UpdateTopic = z.infer<typeof UpdateTopic>

/** Says that something has changed and should be read again. It carries no data. */
export const Update = z.object({
  topic: UpdateTopic,
  id: z
    .string()
    .describe(
      'What has changed: a connection for `connections`, `streams` and `rejects`, a sync log for `runs`, a conflict, an incident, or a delivery.',
    ),
  version: z.int().min(0).describe('Higher with each update of the same topic and id.'),
})
export type Update = z.infer<typeof Update>

/**
 * What a follower gets: its new position, with an update or without one. `gap`: updates behind the position from which it went on may be
 * lost, so whatever is shown must be read again.
 */
export interface UpdateNews {
  readonly position: string
  readonly news: Update | 'gap' | null
}

/** The updates of all processes, as they come. */
export interface UpdateFeed {
  /**
   * Follows the updates of these topics until `signal` aborts. The first news is the position, or a gap. With `after`, those that came since
   * that position come first; if they are no longer kept, a gap does. Throws `store.unavailable` if Redis does not answer.
   */
  follow(topics: readonly UpdateTopic[], after: string | null, signal: AbortSignal): Promise<AsyncIterable<UpdateNews>>
}

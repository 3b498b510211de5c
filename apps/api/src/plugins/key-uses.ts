import type { Clock } from '@linkspan/core'
import type { KeyUses } from '@linkspan/redis'

const minuteMs = 60_000

/** Notes that an API key is used, at most once a minute for each. It neither waits nor throws: nothing depends on it. */
export type NoteKeyUse = (name: string) => void

export function createNoteKeyUse(uses: Pick<KeyUses, 'note'>, clock: Clock): NoteKeyUse {
  const noted = new Map<string, number>()
  return (name) => {
    const now = clock.now().getTime()
    if (now - (noted.get(name) ?? Number.NEGATIVE_INFINITY) < minuteMs) return
    noted.set(name, now)
    uses.note(name).catch(() => noted.delete(name))
  }
}

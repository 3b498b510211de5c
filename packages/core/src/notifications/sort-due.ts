import { decide } from './decide.ts'
import { matches } from './matches.ts'
import type { News, Told } from './news.ts'
import type { StoredRoute } from './notification-route.ts'
import type { Settlement, WaitingNotice } from './notification-store.ts'

/** A notice of which the time has come. */
export interface DueNotice {
  readonly notice: WaitingNotice
  readonly told: Told | null
  readonly clientIds: readonly string[]
}

/** A notice that is told now, and what of it is news. */
export interface NoticeToTell extends DueNotice {
  readonly news: News
}

export interface Sorted {
  readonly done: readonly WaitingNotice[]
  readonly waiting: Settlement['waiting']
  readonly tell: readonly NoticeToTell[]
}

/** Sorts due notices into those that are told now, those that wait, and those that are done with because there is nothing to tell. */
export function sortDue(route: StoredRoute, due: readonly DueNotice[], now: Date): Sorted {
  const sorted = { done: [] as WaitingNotice[], waiting: [] as Sorted['waiting'][number][], tell: [] as NoticeToTell[] }
  for (const one of due) {
    const { notice, told, clientIds } = one
    const { incident, digestAt, deliveryId } = notice
    if (notice.isTest) {
      sorted.tell.push({ ...one, news: 'opened' })
      continue
    }
    const isDigestDue = digestAt !== null && digestAt <= now
    const decision = matches(route, { ...incident, clientIds })
      ? decide({ route, incident, told, now, isDigestDue })
      : ({ kind: 'nothing' } as const)
    if (decision.kind === 'nothing') sorted.done.push(notice)
    else if (decision.kind === 'tell') sorted.tell.push({ ...one, news: decision.news })
    else
      sorted.waiting.push({ notice, until: decision.until, digestAt: decision.reason === 'digest' ? decision.until : digestAt, deliveryId })
  }
  return sorted
}

import type { EventSource } from './event-log.ts'

const position = /^(\d+)-(\d+)$/
const pattern = /^evt_([a-z0-9]{16})?([a-z0-9]{9})([a-z0-9]{4})$/

/** The id of the event at this position of a log: it tells where to find the event. */
export function eventIdOf(source: EventSource, at: string): string {
  const [, ms = '', count = ''] = position.exec(at) ?? []
  const scope = source === 'installation' ? '' : source.slice('erp_'.length)
  return `evt_${scope}${Number(ms).toString(36).padStart(9, '0')}${Number(count).toString(36).padStart(4, '0')}`
}

/** Where the event with this id is; null if the text is no id of an event. */
export function placeOfEvent(id: string): { readonly source: EventSource; readonly position: string } | null {
  const [, scope, ms, count] = pattern.exec(id) ?? []
  if (ms === undefined || count === undefined) return null
  return {
    source: scope === undefined ? 'installation' : `erp_${scope}`,
    position: `${Number.parseInt(ms, 36)}-${Number.parseInt(count, 36)}`,
  }
}

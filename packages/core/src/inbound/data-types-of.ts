import type { WebhookSettings } from '../connections/webhook-settings.ts'
import { AppError } from '../kernel/errors.ts'
import { parsePath, readPath } from '../mapping/path.ts'
import type { DataTypeId } from '../records/data-types.ts'
import { jsonOf } from './json-of.ts'

/** The data types that an event is about. Throws `webhook.unknown-type` if it names none that the settings know. */
export function dataTypesOf(settings: WebhookSettings, body: Uint8Array): readonly DataTypeId[] {
  const { dataType, path, map } = settings
  if (typeof dataType === 'string') return [dataType]
  const named = dataType ?? (path !== undefined && map !== undefined ? { path, map } : undefined)
  if (!named) throw unknownType('neither settings.webhook.dataType nor settings.webhook.path says what its events are about')
  const words = [readPath(jsonOf(body), parsePath(named.path) ?? [])].flat(5).filter((word) => typeof word === 'string')
  const found = new Set(words.flatMap((word) => typeOf(word, named.map) ?? []))
  if (found.size > 0) return [...found]
  const said =
    words.length === 0 ? `the body has no text at "${named.path}"` : `"${words[0]?.slice(0, 60)}" at "${named.path}" is not in the map`
  throw unknownType(`${said}; the map knows ${Object.keys(named.map).slice(0, 20).join(', ')}`)
}

/** By the whole word, else by a part of it that stands alone. */
function typeOf(word: string, map: Readonly<Record<string, DataTypeId>>): DataTypeId | undefined {
  if (Object.hasOwn(map, word)) return map[word]
  const parts = word.split(/[^\p{L}\p{N}_]+/u)
  const known = Object.keys(map).find((name) => parts.includes(name))
  return known === undefined ? undefined : map[known]
}

const unknownType = (why: string): AppError => new AppError('webhook.unknown-type', `The event starts no sync: ${why}`)

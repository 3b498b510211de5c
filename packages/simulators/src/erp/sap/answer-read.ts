import { type Answer, type Exchange, json, text } from '../../exchange.ts'
import { type Entity, type EntitySet, findByKey } from './entity.ts'
import { describeService } from './metadata.ts'
import { ODataError } from './odata-error.ts'
import { parseQuery, type QueryOptions } from './query-options.ts'
import { readEntities } from './read-entities.ts'
import { checkExpand, entityToV2, escapeXml, feedToAtom } from './render-v2.ts'
import { entityToV4 } from './render-v4.ts'
import type { SapResource, SapService } from './services.ts'
import { spoilEntity } from './spoil-entity.ts'

export interface ReadSettings {
  readonly pageSize: number
  readonly announcesAfterFullPage: boolean
  /** Scheme and host in V2 links, if not the real ones. */
  readonly linkOrigin?: string
  readonly nextLinks: 'absolute' | 'relative'
}

interface ReadContext {
  readonly exchange: Exchange
  readonly settings: ReadSettings
  readonly service: SapService
  readonly options: QueryOptions
}

/** Answers a GET of a service root, `$metadata`, an entity set, its `$count`, one entity, or one of its links. */
export function answerRead(exchange: Exchange, { service, rest }: SapResource, settings: ReadSettings): Answer {
  const reading: ReadContext = { exchange, settings, service, options: parseQuery(exchange.rawQuery) }
  if (rest === '') return answerRoot(reading)
  if (rest === '$metadata') return text(describeService(service), 'application/xml; charset=utf-8')

  const [, name = '', predicate, link] = /^(\w+)(?:\((.*)\))?(?:\/([\w$]+))?$/.exec(rest) ?? []
  const set = service.sets.find((each) => each.name === name)
  if (!set) throw new ODataError(404, '/IWBEP/CM_MGW_RT/080', `Resource not found for segment '${name || rest}'.`)
  if (predicate === undefined && link === undefined) return answerCollection(reading, set)
  if (predicate === undefined && link === '$count') return answerCount(reading, set)

  const entity = predicate === undefined ? undefined : findByKey(set, predicate)
  if (!entity) throw new ODataError(404, 'SY/530', `Resource not found for the segment '${rest}'.`)
  checkExpand(entity, reading.options)
  if (link === undefined) return render(reading, [entity], { isSingle: true })
  const read = entity.links[link]
  if (!read) throw new ODataError(404, '/IWBEP/CM_MGW_RT/080', `Resource not found for segment '${link}'.`)
  return render(reading, read(), {})
}

/** Answers with one entity, with the given links expanded. */
export function answerEntity(
  exchange: Exchange,
  service: SapService,
  settings: ReadSettings,
  entity: Entity,
  expand: readonly string[],
): Answer {
  return render({ exchange, settings, service, options: { ...parseQuery(exchange.rawQuery), expand } }, [entity], { isSingle: true })
}

function answerRoot({ exchange, service }: ReadContext): Answer {
  const names = service.sets.map((set) => set.name)
  if (service.version === 'v4') {
    const value = names.map((name) => ({ name, kind: 'EntitySet', url: name }))
    return json({ '@odata.context': '$metadata', value }, { headers: { 'odata-version': '4.0' } })
  }
  if (isJsonWanted(exchange, undefined)) return json({ d: { EntitySets: names } }, { headers: { dataserviceversion: '1.0' } })
  const collections = names.map((name) => `<collection href="${escapeXml(name)}"/>`).join('')
  return text(
    `<?xml version="1.0"?><service xmlns="http://www.w3.org/2007/app"><workspace>${collections}</workspace></service>`,
    'application/atomsvc+xml',
  )
}

function answerCount({ service, options }: ReadContext, set: EntitySet): Answer {
  const counted = { ...options, skip: 0, top: 0 }
  const { total } = readEntities(set, { version: service.version, options: counted, pageSize: 1, announcesAfterFullPage: false })
  return text(String(total), 'text/plain; charset=utf-8')
}

function answerCollection(reading: ReadContext, set: EntitySet): Answer {
  const { exchange, settings, service, options } = reading
  const { version } = service
  const preferred = version === 'v4' ? /odata\.maxpagesize=(\d+)/.exec(String(exchange.headers.prefer ?? ''))?.[1] : undefined
  const pageSize = Math.max(1, Math.min(settings.pageSize, Number(preferred ?? settings.pageSize)))
  const first = set.table.any()
  if (first) checkExpand(set.toEntity(first), options)
  const { rows, total, start, next } = readEntities(set, {
    version,
    options,
    pageSize,
    announcesAfterFullPage: settings.announcesAfterFullPage,
  })

  const invalid = rows.length > 0 ? exchange.takeFault('invalid-records') : undefined
  const entities = rows.map((row, number) => {
    const entity = set.toEntity(row)
    return invalid && number < (invalid.records ?? 2) ? spoilEntity(entity, number) : entity
  })
  const isRepeated = exchange.takeFault('repeat-cursor') !== undefined
  const token = isRepeated ? start : next
  const wrong = options.wantsCount ? exchange.takeFault('wrong-total') : undefined
  const answer = render(reading, entities, {
    ...(token !== undefined && { token }),
    ...(options.wantsCount && { total: total + (wrong ? (wrong.by ?? 1) : 0) }),
    ...(preferred !== undefined && { applied: `odata.maxpagesize=${pageSize}` }),
  })

  const moved = rows[0]
  const moving = moved && exchange.takeFault('moving-rows')
  if (moving?.move === 'delete') set.table.remove(moved!.id)
  else if (moving) set.table.touch(moved!.id)
  return answer
}

interface Extras {
  readonly isSingle?: boolean
  readonly token?: number
  readonly total?: number
  readonly applied?: string
}

function render(reading: ReadContext, entities: readonly Entity[], extras: Extras): Answer {
  return reading.service.version === 'v2' ? renderV2(reading, entities, extras) : renderV4(reading, entities, extras)
}

function renderV2(
  { exchange, settings, service, options }: ReadContext,
  entities: readonly Entity[],
  { isSingle, token, total }: Extras,
): Answer {
  const origin = settings.linkOrigin ?? exchange.origin
  const around = { serviceUrl: `${origin}${service.path}`, namespace: service.namespace, options }
  const next = token === undefined ? undefined : `${origin}${exchange.rawPath}?${withToken(options, token)}`
  if (!isJsonWanted(exchange, options.format))
    return text(feedToAtom(entities, around, next), 'application/atom+xml;type=feed; charset=utf-8')
  const rendered = entities.map((entity) => entityToV2(entity, around))
  const collection = {
    ...(total !== undefined && { __count: String(total) }),
    results: rendered,
    ...(next !== undefined && { __next: next }),
  }
  return json({ d: isSingle ? rendered[0] : collection }, { headers: { dataserviceversion: '2.0' } })
}

function renderV4({ exchange, settings, service, options }: ReadContext, entities: readonly Entity[], extras: Extras): Answer {
  const { isSingle, token, total, applied } = extras
  const set = exchange.path.slice(service.path.length + 1)
  const isCompatible = /IEEE754Compatible=true/i.test(exchange.headers.accept ?? '')
  const rendered = entities.map((entity) => entityToV4(entity, { options, hasStringDecimals: isCompatible }))
  const base = `${exchange.origin}${service.path}/`
  const context = { '@odata.context': `${base}$metadata#${set}${isSingle ? '/$entity' : ''}` }
  const nextPath = token === undefined ? undefined : `${settings.nextLinks === 'relative' ? '' : base}${set}?${withToken(options, token)}`
  const headers = {
    'odata-version': '4.0',
    'content-type': `application/json;odata.metadata=minimal;IEEE754Compatible=${isCompatible};charset=utf-8`,
    ...(applied !== undefined && { 'preference-applied': applied }),
  }
  if (isSingle) return json({ ...context, ...rendered[0] }, { headers })
  const count = total === undefined ? {} : { '@odata.count': total }
  return json({ ...context, ...count, value: rendered, ...(nextPath !== undefined && { '@odata.nextLink': nextPath }) }, { headers })
}

function withToken({ rest }: QueryOptions, token: number): string {
  return `${rest}${rest === '' ? '' : '&'}$skiptoken=${token}`
}

function isJsonWanted({ headers }: Exchange, format: string | undefined): boolean {
  return format === undefined ? (headers.accept ?? '').includes('application/json') : format === 'json'
}

import { ODataError, type ODataVersion } from './odata-error.ts'

/** What a property accepts. `own`: SAP sets the value itself and ignores what is sent. */
export type PropertyRule = { readonly maxLength: number } | 'decimal' | 'date' | 'own'

/** The properties that a written entity may have, and its nested entities. */
export interface EntityForm {
  readonly properties: Readonly<Record<string, PropertyRule>>
  readonly links: Readonly<Record<string, EntityForm>>
}

/** A written entity. Dates are `YYYY-MM-DD`, decimals are digits. Properties that were null or left out are absent. */
export interface SentEntity {
  readonly texts: Readonly<Record<string, string>>
  readonly links: Readonly<Record<string, readonly SentEntity[]>>
}

/**
 * How values are written in JSON: decimals are strings in V2, and in V4 if the request has `IEEE754Compatible=true`
 * (docs/erp/sap-s4hana.md#decimals).
 */
export interface JsonStyle {
  readonly version: ODataVersion
  readonly hasStringDecimals: boolean
}

/** Parses a written entity as strictly as an SAP Gateway. Throws an ODataError with status 400 if it is invalid. */
export function readEntity(body: string, form: EntityForm, style: JsonStyle): SentEntity {
  let sent: unknown
  try {
    sent = JSON.parse(body)
  } catch {
    throw new ODataError(400, '/IWBEP/CM_MGW_RT/176', 'The request body is not valid JSON.')
  }
  return readValue(sent, form, style)
}

function readValue(sent: unknown, form: EntityForm, style: JsonStyle): SentEntity {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
    throw new ODataError(400, '/IWBEP/CM_MGW_RT/176', 'The request body does not contain an entity.')
  const texts: Record<string, string> = {}
  const links: Record<string, SentEntity[]> = {}
  for (const [name, value] of Object.entries(sent)) {
    if (name === '__metadata' || name.startsWith('@odata.')) continue
    const rule = Object.hasOwn(form.properties, name) ? form.properties[name] : undefined
    const inner = Object.hasOwn(form.links, name) ? form.links[name] : undefined
    if (inner) links[name] = listOf(name, value, style).map((each) => readValue(each, inner, style))
    else if (rule === undefined) throw new ODataError(400, '/IWBEP/CM_MGW_RT/020', `Property ${name} was not found.`)
    else if (rule !== 'own' && value !== null) texts[name] = textOf(name, value, rule, style)
  }
  return { texts, links }
}

function listOf(name: string, value: unknown, { version }: JsonStyle): readonly unknown[] {
  const list = version === 'v2' && typeof value === 'object' && value !== null && 'results' in value ? value.results : value
  if (Array.isArray(list)) return list
  throw invalid(name, value)
}

function textOf(name: string, value: unknown, rule: Exclude<PropertyRule, 'own'>, { version, hasStringDecimals }: JsonStyle): string {
  if (rule === 'decimal') {
    const isFitting = typeof value === (version === 'v2' || hasStringDecimals ? 'string' : 'number')
    if (isFitting && /^-?\d+(\.\d+)?$/.test(String(value))) return String(value)
    throw invalid(name, value)
  }
  if (typeof value !== 'string') throw invalid(name, value)
  if (rule === 'date') return dateOf(name, value, version)
  if ([...value].length > rule.maxLength) throw invalid(name, value)
  return value
}

function dateOf(name: string, value: string, version: ODataVersion): string {
  const ticks = /^\/Date\((-?\d+)\)\/$/.exec(value)?.[1]
  const iso = version === 'v2' ? /^(\d{4}-\d\d-\d\d)T00:00:00$/.exec(value)?.[1] : /^\d{4}-\d\d-\d\d$/.exec(value)?.[0]
  const time = version === 'v2' && ticks !== undefined ? Number(ticks) : Date.parse(iso ?? '')
  if (Number.isNaN(new Date(time).getTime())) throw invalid(name, value)
  return new Date(time).toISOString().slice(0, 10)
}

function invalid(name: string, value: unknown): ODataError {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return new ODataError(400, '/IWBEP/CM_MGW_RT/022', `Property '${name}' has invalid value '${text}'.`)
}

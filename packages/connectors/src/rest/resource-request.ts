import { urlBelow } from '@linkspan/connector-kit/http/url'
import { formatTime, type PageValues } from '@linkspan/connector-kit/paging/options'
import type { DataTypeId } from '@linkspan/core/connector'
import type { RestResource, RestSettings } from './settings.ts'

/** A template with its values filled in; null if one of them is not there. */
function filled(template: string, values: Readonly<Record<string, string | undefined>>): string | null {
  let complete = true
  const text = template.replace(/\{(since|cursor|page|offset|limit)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) complete = false
    return value ?? ''
  })
  return complete ? text : null
}

/** The URL of one page of a data type. */
export function pageUrl(apiUrl: string, dataType: DataTypeId, resource: RestResource, values: PageValues): URL {
  const { path = dataType, query = {}, filters = {}, since } = resource
  const sinceText = values.since === null ? undefined : formatTime(values.since, since?.format ?? 'iso')
  const texts = {
    since: sinceText,
    cursor: values.cursor,
    page: values.page?.toString(),
    offset: values.offset?.toString(),
    limit: values.limit?.toString(),
  }
  const parameters = new Map<string, string>()
  for (const [name, template] of Object.entries(query)) {
    const text = filled(template, texts)
    if (text !== null) parameters.set(name, text)
  }
  const sinceValue = since && sinceText !== undefined ? filled(since.template ?? '{since}', texts) : null
  if (since && sinceValue !== null) parameters.set(since.parameter, sinceValue)
  for (const { field, values: texts } of values.filters ?? []) {
    const [name, text] = [filters[field], texts[0]]
    if (name !== undefined && text !== undefined && texts.length === 1) parameters.set(name, text)
  }
  for (const [name, value] of Object.entries(values.parameters ?? {})) parameters.set(name, value)
  return urlBelow(apiUrl, path, parameters)
}

/** Whether a data type can be asked for what changed: a parameter or a template for the time is configured. */
export const heedsSince = ({ since, query = {} }: RestResource): boolean =>
  since !== undefined || Object.values(query).some((template) => template.includes('{since}'))

/** A data type's settings, filled up with the common headers. */
export const resourceOf = ({ resources = {} }: RestSettings, dataType: DataTypeId): RestResource => resources[dataType] ?? {}

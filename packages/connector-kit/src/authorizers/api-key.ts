import { queryPart, withoutParameters } from '../http/url.ts'
import type { Authorizer } from './authorizer.ts'

export interface ApiKey {
  readonly value: string
  /** Of the header or the query parameter. */
  readonly name: string
  readonly in: 'header' | 'query'
}

/** A key in a header or in a query parameter. */
export const apiKey = ({ value, name, in: place }: ApiKey): Authorizer => ({
  authorize({ url, headers }) {
    if (place === 'query') url.search = [...withoutParameters(url.search, [name]), queryPart(name, value)].join('&')
    else headers[name.toLowerCase()] = value
  },
  secretParameters: place === 'query' ? [name] : [],
})

import { queryPart, withoutParameters } from '../http/url.ts'
import type { Authorizer } from './authorizer.ts'

/** A key in a header or in a query parameter of the given name. */
export const createApiKey = (key: string, place: 'header' | 'query', name: string): Authorizer => ({
  async authorize({ url, headers }) {
    if (place === 'query') url.search = [...withoutParameters(url.search, [name]), queryPart(name, key)].join('&')
    else headers[name.toLowerCase()] = key
  },
  secretParameters: place === 'query' ? [name] : [],
})

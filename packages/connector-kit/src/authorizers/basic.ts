import type { Authorizer } from './authorizer.ts'

/** The value of a Basic header by RFC 7617, in UTF-8. */
export const basicHeader = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`

/** HTTP Basic. */
export const basic = (username: string, password: string): Authorizer => ({
  authorize({ headers }) {
    headers.authorization = basicHeader(username, password)
  },
  secretParameters: [],
})

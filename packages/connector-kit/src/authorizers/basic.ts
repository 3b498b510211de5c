import type { Authorizer } from './authorizer.ts'

/** RFC 7617, with UTF-8 for what is not ASCII. */
export const basicHeader = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`

export const createBasic = (username: string, password: string): Authorizer => ({
  async authorize({ headers }) {
    headers.authorization = basicHeader(username, password)
  },
  secretParameters: [],
})

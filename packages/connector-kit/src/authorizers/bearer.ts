import type { Authorizer } from './authorizer.ts'

/** A token that does not change. */
export const createBearer = (token: string): Authorizer => ({
  async authorize({ headers }) {
    headers.authorization = `Bearer ${token}`
  },
  secretParameters: [],
})

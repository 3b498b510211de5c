import type { Authorizer } from './authorizer.ts'

/** A token that does not change. */
export const bearer = (token: string): Authorizer => ({
  authorize({ headers }) {
    headers.authorization = `Bearer ${token}`
  },
  secretParameters: [],
})

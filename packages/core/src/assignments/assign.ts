import type { ClientERPAssignment } from './assignment.ts'

/** Adds an assignment to a list, or replaces the one of the same connection, which keeps its id and who created it when. */
export function assign<
  Assignment extends {
    readonly id: string
    readonly erpConnectionId: string
    readonly createdAt: string
    readonly createdBy?: string | undefined
  },
>(before: readonly Assignment[], made: Assignment): readonly Assignment[] {
  const known = before.find(({ erpConnectionId }) => erpConnectionId === made.erpConnectionId)
  if (!known) return [...before, made]
  return before.map((one) => (one === known ? { ...made, id: known.id, createdAt: known.createdAt, createdBy: known.createdBy } : one))
}

/** The same for a client, who has at most one default: the first assignment, until another one is made the default. */
export function assignToClient(
  before: readonly ClientERPAssignment[],
  made: Omit<ClientERPAssignment, 'isDefault'> & { readonly isDefault: boolean | undefined },
): readonly ClientERPAssignment[] {
  const known = before.find(({ erpConnectionId }) => erpConnectionId === made.erpConnectionId)
  const isDefault = made.isDefault ?? known?.isDefault ?? before.length === 0
  const rest = isDefault ? before.map((one) => ({ ...one, isDefault: false })) : before
  return assign(rest, { ...made, isDefault })
}

import type { ClientERPAssignment } from './assignment.ts'

/** Puts an assignment into a list. The same connection again is the same assignment: it keeps its id and the time it was made. */
export function assign<Assignment extends { readonly id: string; readonly erpConnectionId: string; readonly createdAt: string }>(
  before: readonly Assignment[],
  made: Assignment,
): readonly Assignment[] {
  const known = before.find(({ erpConnectionId }) => erpConnectionId === made.erpConnectionId)
  if (!known) return [...before, made]
  return before.map((one) => (one === known ? { ...made, id: known.id, createdAt: known.createdAt } : one))
}

/** The same for a client, who has at most one default: the first assignment is it, and a new default takes the place of the old one. */
export function assignToClient(
  before: readonly ClientERPAssignment[],
  made: Omit<ClientERPAssignment, 'isDefault'> & { readonly isDefault: boolean | undefined },
): readonly ClientERPAssignment[] {
  const known = before.find(({ erpConnectionId }) => erpConnectionId === made.erpConnectionId)
  const isDefault = made.isDefault ?? known?.isDefault ?? before.length === 0
  const rest = isDefault ? before.map((one) => ({ ...one, isDefault: false })) : before
  return assign(rest, { ...made, isDefault })
}

import { AppError } from './errors.ts'
export const roles = ['viewer', 'operator', 'admin'] as const
export type Role = (typeof roles)[number]

/** Who is calling, and from where. `authentication` is how they proved it: api-key, jwt, schedule, … */
export interface Caller {
  readonly id: string
  readonly role: Role
  readonly authentication: string
  readonly ipAddress: string | null
  readonly userAgent: string | null
  readonly requestId: string | null
}

const rank: Record<Role, number> = { viewer: 0, operator: 1, admin: 2 }

/** Whether `role` includes every right of `needed`. */
export const mayAct = (role: Role, needed: Role): boolean => rank[role] >= rank[needed]

/** Throws `request.forbidden` unless the caller has this role or a higher one. */
export function assertMayAct({ id, role }: Caller, needed: Role): void {
  if (!mayAct(role, needed)) throw new AppError('request.forbidden', `This needs the role ${needed}; "${id}" is ${role}`)
}

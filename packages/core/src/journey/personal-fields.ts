import { mask } from '../connections/sealing.ts'
import { mayAct, type Role } from '../kernel/caller.ts'
import type { DataTypeId } from '../records/data-types.ts'

type Data = Readonly<Record<string, unknown>>

/** What says which employee a record is, and nothing else about the person. */
const shownToAll = ['employeeId', 'status', 'active', 'sourceUpdatedAt', 'sourceVersion']

/** Whether a caller may see what is personal in a field. */
export const maySee = (role: Role, dataType: DataTypeId, field: string): boolean =>
  dataType !== 'employees' || mayAct(role, 'operator') || shownToAll.includes(field)

/** The fields as a caller may see them: those of employees are personal, and masked for viewers. */
export const withoutPersonal = (role: Role, dataType: DataTypeId, data: Data): Data =>
  Object.fromEntries(Object.entries(data).map(([field, value]) => [field, maySee(role, dataType, field) ? value : mask]))

export const maskedKey = mask

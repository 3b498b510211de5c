import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { dayOf, instantOf } from '@linkspan/connector-kit/odata/times'
import type { FieldSource, SourceRecord } from '@linkspan/core/connector'
import { day, managerOf, nameAndCode, type RowContext, type Status } from './values.ts'

/** What is asked of `User`: nothing private, such as birth date or salary, is among it (docs/erp/sap-successfactors.md#users). */
export const userProperties = [
  'userId',
  'empId',
  'username',
  'firstName',
  'lastName',
  'defaultFullName',
  'email',
  'department',
  'division',
  'location',
  'title',
  'hireDate',
  'status',
  'lastModifiedDateTime',
  'manager/userId',
] as const

/** The letters of `status`. `e` and `d` are of people who are not on board (docs/erp/sap-successfactors.md#users). */
const letters: Readonly<Record<string, Status>> = { t: 'active', f: 'terminated', e: 'pending', d: 'pending' }

const fields = defineFieldTable({
  id: ['userId'],
  employeeId: ['empId', 'userId'],
  firstName: ['firstName'],
  lastName: ['lastName'],
  displayName: ['defaultFullName'],
  email: ['email'],
  department: { from: ['department'], to: (_, row) => nameAndCode(row, 'department').name, note: 'without the code in parentheses' },
  departmentId: { from: ['department'], to: (_, row) => nameAndCode(row, 'department').code, note: 'the code in parentheses' },
  jobTitle: ['title'],
  location: { from: ['location'], to: (_, row) => nameAndCode(row, 'location').name, note: 'without the code in parentheses' },
  managerId: { from: ['manager.userId'], to: managerOf },
  hireDate: day('hireDate'),
  statusRaw: ['status'],
  sourceUpdatedAt: { from: ['lastModifiedDateTime'], to: (value) => instantOf(value) ?? undefined },
})

export const userSources: readonly FieldSource[] = [
  ...fields.sources(),
  {
    field: 'status',
    sources: ['status', 'hireDate'],
    note: 'by settings.statuses, else t is active and f is terminated; hired after today is pending',
  },
  { field: 'companyId', sources: [], note: 'the credential companyId' },
]

/** `User` as an employee. */
export function toEmployee(row: Row, { companyId, today, statuses }: RowContext): SourceRecord {
  const { id, ...read } = fields.read(row)
  const letter = textOf(row, 'status') ?? ''
  const told = statuses[letter] ?? letters[letter.toLowerCase()] ?? (letter || undefined)
  const isToCome = told === 'active' && (dayOf(row.hireDate) ?? '') > today
  const status = isToCome ? 'pending' : told
  return {
    id: typeof id === 'string' ? id : '',
    raw: row,
    changedAt: instantOf(row.lastModifiedDateTime),
    fields: { ...read, ...(status !== undefined && { status }), ...(companyId !== undefined && { companyId }) },
  }
}

import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { versions } from './records.ts'
import { day, wordOf } from './values.ts'

/** The words of `status`. An inactive employee is employed and absent. */
const statuses: Readonly<Record<string, string>> = { Active: 'active', Inactive: 'on_leave', Terminated: 'terminated' }

/** `employees` (docs/erp/dynamics-business-central.md#employees). */
export const employees = defineFieldTable({
  id: ['id'],
  employeeId: ['number'],
  firstName: ['givenName'],
  lastName: ['surname'],
  displayName: ['displayName'],
  email: ['email'],
  jobTitle: ['jobTitle'],
  hireDate: day('employmentDate'),
  terminationDate: day('terminationDate'),
  status: { from: ['status'], to: (value) => statuses[wordOf(value) ?? ''] ?? wordOf(value), note: 'Inactive is on_leave' },
  statusRaw: { from: ['status'], to: wordOf },
  active: { from: ['status'], to: (value) => (wordOf(value) === undefined ? undefined : wordOf(value) === 'Active'), note: 'Active only' },
  ...versions,
})

/** Nothing else is asked for: the entity also has the birth date, the bank account and the private address. */
export const employeeProperties = [
  'id',
  'number',
  'displayName',
  'givenName',
  'middleName',
  'surname',
  'jobTitle',
  'email',
  'employmentDate',
  'terminationDate',
  'status',
  'lastModifiedDateTime',
] as const

import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { columnsOf, dayText, displayText, type Query, timeText } from './query.ts'
import { versions } from './records.ts'
import { day, isTrue } from './values.ts'

/** `employee` (docs/erp/netsuite.md#employees). */
export const employees = defineFieldTable({
  id: ['id'],
  employeeId: ['entityid'],
  firstName: ['firstname'],
  lastName: ['lastname'],
  email: ['email'],
  jobTitle: ['title'],
  department: ['departmentname'],
  departmentId: ['department'],
  location: { from: ['locationname', 'location'], note: 'only if settings.columns has location' },
  managerId: { from: ['supervisorentityid', 'supervisor'], note: 'the employee id (entityid) of the supervisor' },
  hireDate: day('hiredate'),
  terminationDate: day('releasedate'),
  status: { from: ['isinactive'], to: (value) => (value === undefined ? undefined : isTrue(value) ? 'terminated' : 'active') },
  active: { from: ['isinactive'], to: (value) => (value === undefined ? undefined : !isTrue(value)), note: 'not inactive' },
  ...versions,
})

export const employeeKey = { name: 'id', sql: 'e.id' } as const

/** Nothing else is asked for: the table also has the social security number and the birth date. */
export const employeeQuery: Query = {
  columns: [
    { name: 'id', sql: 'e.id', isNeeded: true },
    { name: 'entityid', sql: 'e.entityid', isNeeded: true },
    ...columnsOf('e', ['firstname', 'lastname', 'email', 'title']),
    { name: 'hiredate', sql: dayText('e.hiredate') },
    { name: 'releasedate', sql: dayText('e.releasedate') },
    ...columnsOf('e', ['department']),
    { name: 'departmentname', sql: displayText('e.department') },
    ...columnsOf('e', ['supervisor']),
    { name: 'supervisorentityid', sql: 'm.entityid' },
    ...columnsOf('e', ['isinactive']),
    { name: 'lastmodifieddate', sql: timeText('e.lastmodifieddate'), isNeeded: true },
  ],
  from: 'employee e LEFT JOIN employee m ON m.id = e.supervisor',
  where: [],
}

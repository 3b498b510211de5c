import type { EmployeeRow } from '../../dataset/employees.ts'
import { type FoStore, noon, put } from './fo-store.ts'

const workerStates = { active: 'Employed', on_leave: 'Employed', pending: 'Pending', terminated: 'Terminated' } as const

/** With the private data that the entities have. */
export function putEmployee(store: FoStore, row: EmployeeRow): void {
  const secret = { BirthDate: noon('1980-05-05'), Gender: 'Female', MaritalStatus: 'Married', NationalityCountryRegion: 'DEU' }
  const name = { PersonnelNumber: row.employeeId, Name: row.displayName, FirstName: row.firstName, LastName: row.lastName }
  const contact = { PrimaryContactEmail: row.email ?? '', OfficeLocation: row.location, TitleId: row.jobTitle }
  put(store, 'Workers', {
    ...name,
    ...contact,
    WorkerStatus: workerStates[row.status],
    WorkerType: 'Employee',
    OriginalHireDateTime: noon(row.hireDate),
    ...secret,
  })
  put(store, 'People', { ...name, ...contact, ...secret })
  put(store, 'Employments', {
    PersonnelNumber: row.employeeId,
    LegalEntityId: 'usmf',
    WorkerType: 'Employee',
    EmploymentStartDate: noon(row.hireDate),
    EmploymentEndDate: row.terminationDate === null ? '2154-12-31T12:00:00Z' : noon(row.terminationDate),
  })
}

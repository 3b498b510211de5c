import type { EmployeeRow } from '../../dataset/employees.ts'
import type { Fields } from './row-table.ts'
import { atMidnight } from './tenant.ts'

const assignmentStates = { active: 'ACTIVE', on_leave: 'SUSPENDED', pending: 'ACTIVE', terminated: 'INACTIVE' } as const

const assignmentNumberOf = (employeeId: string): string => `E${employeeId}`

/** A worker, with the private data that the resource has, and an assignment that is not the primary one. */
export function workerFields(row: EmployeeRow): Fields {
  const manager =
    row.managerId === null ? [] : [{ ManagerAssignmentNumber: assignmentNumberOf(row.managerId), ManagerType: 'LINE_MANAGER' }]
  const secondary = {
    AssignmentId: Number(row.id) * 10 + 2,
    AssignmentNumber: `${assignmentNumberOf(row.employeeId)}-2`,
    AssignmentStatusType: 'INACTIVE',
    DepartmentName: 'Former department',
    PrimaryAssignmentFlag: false,
    managers: [],
  }
  const primary = {
    AssignmentId: Number(row.id) * 10 + 1,
    AssignmentNumber: assignmentNumberOf(row.employeeId),
    AssignmentStatusType: assignmentStates[row.status],
    DepartmentName: row.department,
    LocationCode: row.location,
    JobName: row.jobTitle,
    PrimaryAssignmentFlag: true,
    managers: [{ ManagerAssignmentNumber: 'E99999999', ManagerType: 'PROJECT_MANAGER' }, ...manager],
  }
  return {
    PersonId: 100_000_000_000_000 + Number(row.id),
    PersonNumber: row.employeeId,
    DateOfBirth: '1980-05-05',
    BloodType: 'A+',
    CountryOfBirth: 'DE',
    CreationDate: atMidnight(row.hireDate),
    names: [
      { NameType: 'JP', FirstName: 'カナ', LastName: 'カナ', DisplayName: 'カナ' },
      { NameType: 'LEG', LegislationCode: 'US', FirstName: row.firstName, LastName: row.lastName, DisplayName: row.displayName },
    ],
    emails: [
      { EmailAddress: `private.${row.id}@example.org`, EmailType: 'H1', PrimaryFlag: false },
      ...(row.email === null ? [] : [{ EmailAddress: row.email, EmailType: 'W1', PrimaryFlag: true }]),
    ],
    nationalIdentifiers: [{ NationalIdentifierNumber: '123-45-6789', LegislationCode: 'US' }],
    workRelationships: [
      {
        StartDate: row.hireDate,
        TerminationDate: row.terminationDate,
        LegalEmployerName: 'US1 Legal Entity',
        WorkerType: 'E',
        PrimaryFlag: true,
        assignments: [secondary, primary],
      },
    ],
  }
}

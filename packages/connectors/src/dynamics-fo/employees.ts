import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { SourceRecord } from '@linkspan/core/connector'
import { toRecord } from './records.ts'
import type { Kind, SourceContext } from './source.ts'
import { day, toDay } from './values.ts'

/** Words of `WorkerStatus` and of other entities; what an environment calls otherwise is kept. */
const statuses: Readonly<Record<string, string>> = {
  employed: 'active',
  active: 'active',
  pending: 'pending',
  terminated: 'terminated',
  inactive: 'terminated',
  onleave: 'on_leave',
}
const statusPath = 'statusByEmployment'

/**
 * `Workers`, or `Employments` with `People` (docs/erp/dynamics-finance-operations.md#employees). Nothing else of a person is asked for.
 */
export const employees = defineFieldTable({
  id: ['PersonnelNumber'],
  employeeId: ['PersonnelNumber', 'EmployeeId'],
  firstName: ['FirstName', 'GivenName'],
  lastName: ['LastName'],
  displayName: ['Name', 'DisplayName'],
  email: ['PrimaryContactEmail', 'Email', 'AadUserPrincipalName'],
  department: ['Department'],
  jobTitle: ['JobTitle', 'TitleId'],
  location: ['OfficeLocation'],
  hireDate: day('OriginalHireDateTime', 'EmploymentStartDate'),
  terminationDate: day('EmploymentEndDate'),
  status: {
    from: ['WorkerStatus', 'Status', statusPath],
    to: (value) => (typeof value === 'string' ? (statuses[value.toLowerCase().replace(/[\s_]/g, '')] ?? value) : undefined),
    note: 'Employed is active; without a word by the days of the employment',
  },
  statusRaw: ['WorkerStatus', 'Status'],
  companyId: ['LegalEntityId'],
  sourceVersion: ['@odata.etag'],
})

const person = [
  'PersonnelNumber',
  'EmployeeId',
  'Name',
  'DisplayName',
  'FirstName',
  'GivenName',
  'LastName',
  'PrimaryContactEmail',
  'Email',
  'AadUserPrincipalName',
  'Department',
  'JobTitle',
  'TitleId',
  'OfficeLocation',
] as const
const worker = [...person, 'WorkerStatus', 'Status', 'WorkerType', 'OriginalHireDateTime'] as const
const employment = ['PersonnelNumber', 'WorkerType', 'LegalEntityId', 'EmploymentStartDate', 'EmploymentEndDate'] as const

export const employeeKind: Kind = {
  incremental: false,
  filters: {},
  async reading(context) {
    return (await isByEmployment(context))
      ? { role: 'employees', keys: ['PersonnelNumber', 'EmploymentStartDate'], select: employment, companyProperty: 'LegalEntityId' }
      : { role: 'employees', keys: ['PersonnelNumber'], select: worker, companyProperty: null }
  },
  async records(rows, context) {
    if (!(await isByEmployment(context))) return rows.map(toEmployee)
    const people = await peopleOf(rows, context)
    const latest = new Map(rows.map((row) => [textOf(row, 'PersonnelNumber') ?? '', row])) // they come in the order of their beginning
    return [...latest].map(([number, row]) => {
      const { '@odata.etag': _, ...who } = people.get(number) ?? {}
      return toEmployee({ ...row, ...who, [statusPath]: statusAt(row, context.today()) })
    })
  },
}

const toEmployee = (row: Row): SourceRecord => toRecord(employees, row, textOf(row, 'PersonnelNumber', 'EmployeeId') ?? '')

async function isByEmployment({ tenant }: SourceContext): Promise<boolean> {
  const set = await tenant.setOf('employees')
  return (await tenant.shapeOf(set))?.properties.has('EmploymentStartDate') ?? set === 'Employments'
}

async function peopleOf(rows: readonly Row[], { reader, tenant }: SourceContext): Promise<ReadonlyMap<string, Row>> {
  if ((await tenant.findSet('people')) === undefined) return new Map()
  const numbers = rows.flatMap((row) => textOf(row, 'PersonnelNumber') ?? [])
  const found = await reader.rowsWith(
    { role: 'people', keys: ['PersonnelNumber'], select: person, companyProperty: null },
    'PersonnelNumber',
    numbers,
  )
  return new Map(found.map((row) => [textOf(row, 'PersonnelNumber') ?? '', row]))
}

function statusAt(row: Row, today: string): string {
  const [start, end] = [toDay(row.EmploymentStartDate), toDay(row.EmploymentEndDate)]
  if (start !== undefined && start > today) return 'pending'
  return end !== undefined && end < today ? 'terminated' : 'active'
}

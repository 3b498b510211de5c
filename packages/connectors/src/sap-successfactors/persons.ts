import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { dayOf } from '@linkspan/connector-kit/odata/times'
import type { FieldSource, SourceRecord } from '@linkspan/core/connector'
import { day, latestOf, managerOf, type RowContext, type Status } from './values.ts'

/** What is read with a person of Employee Central: names, e-mail, employments with jobs. Never pay or identity. */
export const personLinks = ['personalInfoNav', 'emailNav', 'employmentNav', 'employmentNav/jobInfoNav', 'employmentNav/userNav'] as const

const below = (link: string, ...names: readonly string[]) => names.map((name) => `${link}/${name}`)

export const personProperties: readonly string[] = [
  'personIdExternal',
  'lastModifiedDateTime',
  ...below('personalInfoNav', 'firstName', 'lastName', 'startDate', 'endDate', 'lastModifiedDateTime'),
  ...below('emailNav', 'emailAddress', 'isPrimary', 'lastModifiedDateTime'),
  ...below('employmentNav', 'userId', 'startDate', 'endDate', 'lastModifiedDateTime'),
  ...below(
    'employmentNav/jobInfoNav',
    ...['startDate', 'endDate', 'seqNumber', 'jobTitle', 'department', 'location', 'costCenter', 'managerId', 'emplStatus'],
    'lastModifiedDateTime',
  ),
  ...below('employmentNav/userNav', 'userId', 'status', 'defaultFullName', 'lastModifiedDateTime'),
]

/** Names of codes, as far as they are known. */
export interface CodeNames {
  readonly departments: ReadonlyMap<string, string>
  readonly locations: ReadonlyMap<string, string>
}

/** The codes of the standard picklist of `emplStatus`. A tenant may have others (docs/erp/sap-successfactors.md#employee-central). */
const standardStatuses: Readonly<Record<string, Status>> = {
  A: 'active',
  U: 'on_leave',
  P: 'on_leave',
  F: 'on_leave',
  T: 'terminated',
  R: 'terminated',
}

const fields = defineFieldTable({
  employeeId: ['personIdExternal'],
  firstName: ['personalInfoNav.firstName'],
  lastName: ['personalInfoNav.lastName'],
  displayName: ['userNav.defaultFullName'],
  email: ['emailNav.emailAddress'],
  departmentId: ['jobInfoNav.department'],
  jobTitle: ['jobInfoNav.jobTitle'],
  costCenter: ['jobInfoNav.costCenter'],
  managerId: { from: ['jobInfoNav.managerId'], to: managerOf, note: 'NO_MANAGER is none' },
  hireDate: day('employmentNav.startDate'),
  terminationDate: day('employmentNav.endDate'),
  statusRaw: ['jobInfoNav.emplStatus', 'userNav.status'],
})

export const personSources: readonly FieldSource[] = [
  { field: 'id', sources: ['employmentNav.userId'], note: 'somebody with two employments is two employees' },
  ...fields.sources(),
  { field: 'department', sources: ['FODepartment.name', 'jobInfoNav.department'], note: 'else the code' },
  { field: 'location', sources: ['FOLocation.name', 'jobInfoNav.location'], note: 'else the code' },
  {
    field: 'status',
    sources: ['jobInfoNav.emplStatus', 'employmentNav.startDate', 'employmentNav.endDate', 'userNav.status'],
    note: 'by settings.statuses; employed after today is pending, employed until before today is terminated',
  },
  { field: 'companyId', sources: [], note: 'the credential companyId' },
  { field: 'sourceUpdatedAt', sources: ['lastModifiedDateTime'], note: 'the latest of all that is read' },
]

/** The slice of effective-dated rows that is valid today, else the next one, else the last. */
function sliceOf(rows: readonly Row[], today: string): Row | undefined {
  const rank = (row: Row) => `${dayOf(row.startDate) ?? ''} ${(textOf(row, 'seqNumber') ?? '').padStart(10, '0')}`
  const sorted = [...rows].sort((one, other) => (rank(one) < rank(other) ? -1 : 1))
  const begun = sorted.filter((row) => (dayOf(row.startDate) ?? '') <= today)
  const valid = begun.filter((row) => (dayOf(row.endDate) ?? today) >= today)
  return valid.at(-1) ?? sorted.find((row) => (dayOf(row.startDate) ?? '') > today) ?? sorted.at(-1)
}

/** A person of Employee Central as employees: one for each employment. A person without one is nobody's employee yet. */
export function toEmployees(person: Row, names: CodeNames, context: RowContext): readonly SourceRecord[] {
  const employments = linkedRows(person, 'employmentNav')
  if (textOf(person, 'personIdExternal') === undefined) return [{ id: '', fields: {}, raw: person, changedAt: null }]
  return employments.map((employment) => toEmployee(person, employment, names, context))
}

function toEmployee(person: Row, employment: Row, names: CodeNames, context: RowContext): SourceRecord {
  const { companyId, today } = context
  const emails = linkedRows(person, 'emailNav')
  const job = sliceOf(linkedRows(employment, 'jobInfoNav'), today) ?? {}
  const [user = {}] = linkedRows(employment, 'userNav')
  const personal = sliceOf(linkedRows(person, 'personalInfoNav'), today) ?? {}
  const email = emails.find(({ isPrimary }) => isPrimary === true || isPrimary === 'true') ?? emails[0] ?? {}
  const { personIdExternal, lastModifiedDateTime } = person
  const row = {
    personIdExternal,
    lastModifiedDateTime,
    personalInfoNav: personal,
    emailNav: email,
    employmentNav: employment,
    jobInfoNav: job,
    userNav: user,
  }
  const changedAt = latestOf([person, personal, ...emails, employment, job, user].map((each) => each.lastModifiedDateTime))
  const status = statusOf(job, employment, user, context)
  return {
    id: textOf(employment, 'userId') ?? '',
    raw: row,
    changedAt,
    fields: {
      ...fields.read(row),
      department: nameOf(names.departments, job, 'department'),
      location: nameOf(names.locations, job, 'location'),
      ...(status !== undefined && { status }),
      ...(companyId !== undefined && { companyId }),
      ...(changedAt !== null && { sourceUpdatedAt: changedAt }),
    },
  }
}

function nameOf(names: ReadonlyMap<string, string>, job: Row, property: string): string | undefined {
  const code = textOf(job, property)
  return code === undefined ? undefined : (names.get(code) ?? code)
}

/** The days of the employment count before the tenant's words, and these before the letter of the user. */
function statusOf(job: Row, employment: Row, user: Row, { today, statuses }: RowContext): string | undefined {
  const [hired, left] = [dayOf(employment.startDate), dayOf(employment.endDate)]
  if (left !== null && left < today) return 'terminated'
  if (hired !== null && hired > today) return 'pending'
  const code = textOf(job, 'emplStatus')
  const told = code === undefined ? undefined : (statuses[code] ?? standardStatuses[code])
  if (told !== undefined) return told
  const letter = textOf(user, 'status')?.toLowerCase()
  return letter === 't' ? 'active' : letter === 'f' ? 'terminated' : code
}

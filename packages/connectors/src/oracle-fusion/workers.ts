import { defineFieldTable, toText } from '@linkspan/connector-kit/fields/field-table'
import type { Row } from '@linkspan/connector-kit/odata/row'
import { type Clock, type SourceRecord, toInstant } from '@linkspan/core/connector'
import { childrenOf } from './children.ts'
import type { TimedReading } from './plans.ts'
import { changeTime, day, isTrue, toDay } from './values.ts'

export const workers: TimedReading = {
  api: 'hcmRestApi',
  resource: 'workers',
  expand: ['names', 'emails', 'workRelationships.assignments.managers'],
  onlyData: true,
  time: 'LastUpdateDate',
  id: 'PersonId',
}

/** What of a worker is read at all: the resource also has the birth date, the blood type and more (docs/erp/oracle-fusion.md#workers). */
const kept = {
  person: ['PersonId', 'PersonNumber', 'LastUpdateDate'],
  name: ['NameType', 'FirstName', 'LastName', 'DisplayName'],
  email: ['EmailAddress', 'EmailType', 'PrimaryFlag'],
  relationship: ['StartDate', 'TerminationDate', 'LegalEmployerName', 'WorkerType', 'PrimaryFlag'],
  assignment: ['AssignmentNumber', 'AssignmentStatusType', 'DepartmentName', 'LocationCode', 'JobName', 'PrimaryAssignmentFlag'],
  manager: ['ManagerAssignmentNumber', 'ManagerType'],
} as const

const pick = (row: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.flatMap((name) => (name in row ? [[name, row[name]]] : [])))

/** The parts of a worker that count: the legal name, the work e-mail, the primary assignment. */
interface Parts {
  readonly person: Row
  readonly name: Row
  readonly email: Row
  readonly relationship: Row
  readonly assignment: Row
  readonly manager: Row
}

const word = (row: Row, name: string): string => toText(row[name])?.toUpperCase() ?? ''
const best = (rows: readonly Row[], ...tests: readonly ((row: Row) => boolean)[]): Row =>
  tests.map((test) => rows.find(test)).find((row) => row !== undefined) ?? rows[0] ?? {}

function partsOf(row: Row): Parts {
  const relationships = [...childrenOf(row, 'workRelationships')].sort((one, other) =>
    (toDay(one.StartDate) ?? '') < (toDay(other.StartDate) ?? '') ? 1 : -1,
  )
  const relationship = best(
    relationships,
    ({ PrimaryFlag }) => isTrue(PrimaryFlag),
    ({ TerminationDate }) => toText(TerminationDate) === undefined,
  )
  const assignment = best(
    childrenOf(relationship, 'assignments'),
    (each) => isTrue(each.PrimaryAssignmentFlag),
    (each) => isTrue(each.PrimaryFlag),
  )
  const emails = childrenOf(row, 'emails')
  return {
    person: pick(row, kept.person),
    name: pick(
      best(
        childrenOf(row, 'names'),
        (each) => word(each, 'NameType') === 'LEG',
        (each) => word(each, 'NameType') === 'GLOBAL',
      ),
      kept.name,
    ),
    email: pick(
      emails.find((each) => word(each, 'EmailType') === 'W1') ?? emails.find((each) => isTrue(each.PrimaryFlag)) ?? {},
      kept.email,
    ),
    relationship: pick(relationship, kept.relationship),
    assignment: pick(assignment, kept.assignment),
    manager: pick(childrenOf(assignment, 'managers').find((each) => word(each, 'ManagerType') === 'LINE_MANAGER') ?? {}, kept.manager),
  }
}

const states: Readonly<Record<string, string>> = { ACTIVE: 'active', SUSPENDED: 'on_leave', INACTIVE: 'terminated' }

const at = (child: string, name: string) => ({ from: [`${child}.${name}`] })

/** Paths lead into the parts of a worker that count; see `employeeSources` for where these are. */
const table = (today: string) =>
  defineFieldTable({
    id: ['person.PersonId'],
    employeeId: ['person.PersonNumber'],
    firstName: at('name', 'FirstName'),
    lastName: at('name', 'LastName'),
    displayName: at('name', 'DisplayName'),
    email: at('email', 'EmailAddress'),
    department: at('assignment', 'DepartmentName'),
    jobTitle: at('assignment', 'JobName'),
    location: at('assignment', 'LocationCode'),
    managerId: {
      from: ['manager.ManagerAssignmentNumber'],
      to: (value) => personNumberOf(toText(value)),
      note: 'of the line manager, without the letter before it and the number behind it',
    },
    hireDate: day('relationship.StartDate'),
    terminationDate: day('relationship.TerminationDate'),
    status: {
      from: ['assignment.AssignmentStatusType', 'relationship.StartDate', 'relationship.TerminationDate'],
      to: (_, parts) => statusOf(parts as unknown as Parts, today),
      note: 'ACTIVE, SUSPENDED (on_leave), INACTIVE (terminated); who begins later is pending, who has left is terminated',
    },
    statusRaw: at('assignment', 'AssignmentStatusType'),
    companyId: at('relationship', 'LegalEmployerName'),
    sourceUpdatedAt: changeTime('person.LastUpdateDate'),
  })

function statusOf({ relationship, assignment }: Parts, today: string): string | undefined {
  const [start = '', end] = [toDay(relationship.StartDate), toDay(relationship.TerminationDate)]
  if (start > today) return 'pending'
  if (end !== undefined && end < today) return 'terminated'
  return states[word(assignment, 'AssignmentStatusType')] ?? toText(assignment.AssignmentStatusType)
}

/** The number of the person whose assignment it is: E1001-2 is the second assignment of 1001 (docs/erp/oracle-fusion.md#managers). */
const personNumberOf = (assignment: string | undefined): string | undefined =>
  assignment === undefined ? undefined : (/^[ECNP]?(\d+)(?:-\d+)?$/.exec(assignment)?.[1] ?? assignment)

const places: Readonly<Record<string, string>> = {
  person: '',
  name: 'names[].',
  email: 'emails[].',
  relationship: 'workRelationships[].',
  assignment: 'workRelationships[].assignments[].',
  manager: 'workRelationships[].assignments[].managers[].',
}

export const employeeSources = table('')
  .sources()
  .map(({ sources, ...source }) => ({
    ...source,
    sources: sources.map((path) => path.replace(/^(\w+)\./, (_, part: string) => places[part] ?? '')),
  }))

/** A worker as of today. What is kept of the row is what counts of it, and nothing private. */
export function toEmployee(row: Row, clock: Clock): SourceRecord {
  const parts = partsOf(row)
  const { id, ...fields } = table(clock.now().toISOString().slice(0, 10)).read(parts as unknown as Row)
  return { id: typeof id === 'string' ? id : '', fields, raw: parts, changedAt: toInstant(row.LastUpdateDate) }
}

import { dayOf } from '../../dataset/decimal.ts'
import type { EmployeeRow } from '../../dataset/employees.ts'

/** An entity as JSON, with its links: a list, or one entity. */
export interface SfEntity {
  readonly [name: string]: SfValue
}
export type SfValue = string | number | boolean | null | SfEntity | readonly SfEntity[]

const ticks = (time: string): string => `/Date(${Date.parse(time)}+0000)/`
const dateTicks = (day: string): string => `/Date(${Date.parse(day)})/`

/** The letter of `User.status`: people to come are of the kind that is not on board yet, and leave is unknown to it. */
const letters: Readonly<Record<EmployeeRow['status'], string>> = { active: 't', on_leave: 't', pending: 'e', terminated: 'f' }

const departmentCode = (name: string): string => `D-${name.slice(0, 3).toUpperCase()}`
const locationCode = (name: string): string => `L-${name.slice(0, 3).toUpperCase()}`

/** `User`: flat, with the manager as a link. */
export function toUser(row: EmployeeRow, managerOf: (id: string) => EmployeeRow | undefined): SfEntity {
  const manager = row.managerId === null ? undefined : managerOf(row.managerId)
  return {
    userId: row.id,
    empId: row.employeeId,
    username: `user${row.id}`,
    firstName: row.firstName,
    lastName: row.lastName,
    defaultFullName: row.displayName,
    email: row.email,
    department: `${row.department} (${departmentCode(row.department)})`,
    division: 'Commerce (COM)',
    location: row.location,
    title: row.jobTitle,
    hireDate: dateTicks(row.hireDate),
    status: letters[row.status],
    lastModifiedDateTime: ticks(row.updatedAt),
    dateOfBirth: '/Date(315532800000)/',
    salary: '4200',
    manager: manager ? { userId: manager.id, empId: manager.employeeId, dateOfBirth: '/Date(315532800000)/' } : null,
  }
}

const codes: Readonly<Record<EmployeeRow['status'], string>> = { active: 'A', on_leave: 'U', pending: 'A', terminated: 'T' }
const forever = '9999-12-31'
/** When persons were entered: what is changed later is the job. */
const entered = '2015-01-01T00:00:00.000Z'

/** Every tenth person has a second employment, with a user of its own. */
const hasTwoJobs = ({ id }: EmployeeRow): boolean => Number(id) % 10 === 0

interface Period {
  readonly from: string
  readonly to: string
}

/** `PerPerson` of Employee Central with the slices that are valid within a period. A change of a job leaves the person's own change time as it is. */
export function toPerson(row: EmployeeRow, { from, to }: Period): SfEntity {
  const isWithin = (slice: { readonly startDate: string; readonly endDate: string }) => slice.startDate <= to && slice.endDate >= from
  const users = [row.id, ...(hasTwoJobs(row) ? [`${row.id}-2`] : [])]
  const employments = users.map((userId, at) => {
    const slices = jobSlices(row).filter(isWithin)
    return {
      userId,
      startDate: dateTicks(row.hireDate),
      endDate: row.terminationDate === null ? null : dateTicks(row.terminationDate),
      lastModifiedDateTime: ticks(entered),
      nationalIdNav: [{ nationalId: '123-45-6789' }],
      jobInfoNav: slices.map((slice) => ({
        ...slice,
        startDate: dateTicks(slice.startDate),
        endDate: dateTicks(slice.endDate),
        seqNumber: '1',
        jobTitle: at === 0 ? slice.jobTitle : 'Trainer',
        department: departmentCode(row.department),
        location: locationCode(row.location),
        costCenter: row.costCenter,
        managerId: row.managerId ?? 'NO_MANAGER',
        emplStatus: codes[row.status],
        lastModifiedDateTime: ticks(row.updatedAt),
      })),
      userNav: { userId, status: letters[row.status], defaultFullName: row.displayName, lastModifiedDateTime: ticks(entered) },
    }
  })
  return {
    personIdExternal: row.employeeId,
    dateOfBirth: '/Date(315532800000)/',
    lastModifiedDateTime: ticks(entered),
    personalInfoNav: [
      {
        firstName: row.firstName,
        lastName: row.lastName,
        gender: 'F',
        startDate: dateTicks('1990-01-01'),
        endDate: dateTicks(forever),
        lastModifiedDateTime: ticks(entered),
      },
    ],
    emailNav: [
      { emailAddress: `private${row.id}@home.example`, isPrimary: false, lastModifiedDateTime: ticks(entered) },
      ...(row.email === null ? [] : [{ emailAddress: row.email, isPrimary: true, lastModifiedDateTime: ticks(entered) }]),
    ],
    employmentNav: employments,
  }
}

/** A job changes: it had another title before, and has another one from a day far ahead. */
function jobSlices({ hireDate, jobTitle }: EmployeeRow): { startDate: string; endDate: string; jobTitle: string }[] {
  const changed = dayOf(hireDate, 60)
  return [
    { startDate: hireDate, endDate: dayOf(changed, -1), jobTitle: `Junior ${jobTitle}` },
    { startDate: changed, endDate: '2998-12-31', jobTitle },
    { startDate: '2999-01-01', endDate: forever, jobTitle: `Senior ${jobTitle}` },
  ]
}

/** `FODepartment` and `FOLocation`: each code with its name. Their statuses are others than those of users. */
export function toFoundationObjects(rows: Iterable<EmployeeRow>, kind: 'FODepartment' | 'FOLocation'): SfEntity[] {
  const names = [...new Set([...rows].map((row) => (kind === 'FODepartment' ? row.department : row.location)))]
  const codeOf = kind === 'FODepartment' ? departmentCode : locationCode
  return [...new Map(names.map((name) => [codeOf(name), name]))].map(([externalCode, name]) => ({ externalCode, name, status: 'A' }))
}

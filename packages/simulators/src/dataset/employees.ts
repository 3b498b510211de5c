import { createRandom } from '../random.ts'
import { dayOf } from './decimal.ts'
import type { Row } from './row.ts'
import { cities, departments, firstNames, jobTitles, lastNames } from './words.ts'

/** An employee. Employee numbers keep their leading zeros. */
export interface EmployeeRow extends Row {
  readonly employeeId: string
  readonly firstName: string
  readonly lastName: string
  readonly displayName: string
  readonly email: string | null
  readonly department: string
  readonly jobTitle: string
  readonly location: string
  readonly costCenter: string
  /** The employee number of another employee, or null at the top. */
  readonly managerId: string | null
  readonly hireDate: string
  readonly terminationDate: string | null
  readonly status: 'active' | 'on_leave' | 'pending' | 'terminated'
  readonly active: boolean
}

const states = ['active', 'active', 'active', 'active', 'active', 'active', 'on_leave', 'pending', 'terminated'] as const

export function employeeIdAt(index: number): string {
  return String(index + 1).padStart(8, '0')
}

export function employeeAt(seed: string | number, index: number, updatedAt: string): EmployeeRow {
  const random = createRandom(seed, 'employee', index)
  const firstName = random.pick(firstNames)
  const lastName = random.pick(lastNames)
  const status = random.pick(states)
  return {
    id: employeeIdAt(index),
    employeeId: employeeIdAt(index),
    firstName,
    lastName,
    displayName: `${firstName} ${lastName}`,
    email: random.chance(0.05) ? null : `Employee.${index + 1}@gift-shop.example`,
    department: random.pick(departments),
    jobTitle: random.pick(jobTitles),
    location: random.pick(cities).city,
    costCenter: `00${random.integer(1_000, 9_999)}`,
    managerId: index === 0 ? null : employeeIdAt(Math.floor((index - 1) / 8)),
    hireDate: dayOf(updatedAt, status === 'pending' ? 400 : -random.integer(100, 5_000)),
    terminationDate: status === 'terminated' ? dayOf(updatedAt) : null,
    status,
    active: status === 'active' || status === 'on_leave',
    updatedAt,
  }
}

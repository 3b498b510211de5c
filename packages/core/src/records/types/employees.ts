import { z } from 'zod'
import { defineDataType } from '../data-type.ts'
import { day, flag, instant, optional, text, withWords, wordIn } from '../fields.ts'

const statuses = ['active', 'on_leave', 'pending', 'terminated'] as const
const synonyms = {
  aktiv: 'active',
  employed: 'active',
  leave: 'on_leave',
  inactive: 'terminated',
  inaktiv: 'terminated',
  retired: 'terminated',
  resigned: 'terminated',
  left: 'terminated',
  ausgeschieden: 'terminated',
} as const

type Status = (typeof statuses)[number] | 'unknown'
const isWorking = (status: Status): boolean => status === 'active' || status === 'on_leave'

/** Status and `active`, so that they never contradict each other: the status counts, then `active`; without either, an employee is active. */
function statusOf(status: Status | undefined, active: boolean | undefined): { status: Status; active?: boolean } {
  if (status === 'unknown') return { status, ...(active !== undefined && { active }) }
  if (status !== undefined) return { status, active: isWorking(status) && active !== false }
  return { status: active === false ? 'terminated' : 'active', active: active ?? true }
}

/** Nothing else about a person is kept: no birth date, no bank account. */
export const Employee = z
  .object({
    employeeId: text(),
    firstName: optional(text()),
    lastName: optional(text()),
    displayName: optional(text()),
    email: optional(text().transform((value) => value.toLowerCase())),
    department: optional(text()),
    departmentId: optional(text()),
    jobTitle: optional(text()),
    location: optional(text()),
    costCenter: optional(text()),
    managerId: optional(text()),
    hireDate: optional(day),
    terminationDate: optional(day),
    status: optional(wordIn(statuses, synonyms)),
    statusRaw: optional(text()),
    active: optional(flag),
    companyId: optional(text()),
    sourceUpdatedAt: optional(instant),
    sourceVersion: optional(text()),
  })
  .transform(withWords('status'))
  .transform((employee, context) => {
    const displayName = employee.displayName ?? [employee.firstName, employee.lastName].filter(Boolean).join(' ')
    if (!displayName) context.addIssue({ code: 'custom', path: ['lastName'], message: 'an employee needs a name', input: employee })
    return { ...employee, displayName, ...statusOf(employee.status, employee.active) }
  })
export type Employee = z.infer<typeof Employee>

export const employees = defineDataType({
  title: 'Employees',
  naturalKey: ['employeeId'],
  isPersonal: true,
  schema: Employee,
  assumes: [['status', 'active']],
})

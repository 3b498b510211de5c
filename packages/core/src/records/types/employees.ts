import { z } from 'zod'
import { defineDataType } from '../data-type.ts'
import { day, flag, instant, oneOf, optional, text, withDefault } from '../fields.ts'

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
    status: withDefault(oneOf(['active', 'on_leave', 'pending', 'terminated']), 'active'),
    active: optional(flag),
    companyId: optional(text()),
    sourceUpdatedAt: optional(instant),
    sourceVersion: optional(text()),
  })
  .transform((employee, context) => {
    const displayName = employee.displayName ?? [employee.firstName, employee.lastName].filter(Boolean).join(' ')
    if (!displayName) context.addIssue({ code: 'custom', path: ['lastName'], message: 'an employee needs a name', input: employee })
    return { ...employee, displayName, active: employee.active ?? (employee.status === 'active' || employee.status === 'on_leave') }
  })
export type Employee = z.infer<typeof Employee>

export const employees = defineDataType({ title: 'Employees', naturalKey: ['employeeId'], schema: Employee })

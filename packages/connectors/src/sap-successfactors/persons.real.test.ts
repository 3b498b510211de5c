import { canonical } from '@linkspan/connector-kit/testing/opened'
import { expect, test } from 'vitest'
import { toEmployees } from './persons.ts'
import { openSf } from './testing/open-sf.ts'

const settings = { source: 'employee-central' }

test('each employment is an employee, by the job that is valid today, with names for codes and nothing private', async () => {
  await using opened = await openSf({ settings })
  const { records, pages } = await opened.read()
  const rows = [...opened.erp.dataset.employees]
  expect(records).toHaveLength(44)
  expect(pages.map(({ total }) => total)).toEqual([undefined])
  for (const row of rows) {
    const employee = canonical('employees', records.find(({ id }) => id === row.id)!)
    expect(employee).toMatchObject({
      employeeId: row.employeeId,
      firstName: row.firstName,
      displayName: row.displayName,
      department: row.department,
      departmentId: expect.stringMatching(/^D-/),
      location: row.location,
      costCenter: row.costCenter,
      jobTitle: row.jobTitle,
      hireDate: row.hireDate,
      status: row.status === 'pending' && row.hireDate <= new Date().toISOString().slice(0, 10) ? 'active' : row.status,
      ...(row.email !== null && { email: row.email.toLowerCase() }),
      sourceUpdatedAt: row.updatedAt,
    })
    expect(employee.managerId).toBe(row.managerId ?? undefined)
  }
  expect(records.filter(({ id }) => id.endsWith('-2')).map(({ fields }) => fields.jobTitle)).toEqual([
    'Trainer',
    'Trainer',
    'Trainer',
    'Trainer',
  ])
  expect(JSON.stringify(records.map(({ raw }) => raw))).not.toMatch(/dateOfBirth|gender|nationalId/)
  const { query } = opened.erp.requests.find(({ path }) => path.endsWith('/PerPerson'))!
  expect(query).toMatchObject({ fromDate: new Date().toISOString().slice(0, 10), toDate: '9999-12-31', paging: 'cursor' })
  const names = opened.erp.requests.find(({ path }) => path.endsWith('/FODepartment'))!
  expect(names.query).not.toHaveProperty('$filter')
})

test('somebody whose first day is to come is pending, with the job to come', async () => {
  await using opened = await openSf({ settings })
  const row = opened.erp.dataset.employees.at(3)!
  opened.erp.change('employees', row.id, { hireDate: '2998-01-01', terminationDate: null, status: 'active' })
  const { records } = await opened.read()
  expect(records.find(({ id }) => id === row.id)?.fields).toMatchObject({ status: 'pending', jobTitle: `Junior ${row.jobTitle}` })
})

test('without names of departments and locations their codes stand for them', async () => {
  await using opened = await openSf({ settings })
  opened.erp.faults.add({ kind: 'forbidden', path: /FO(Department|Location)/, times: 'always' })
  const { records } = await opened.read()
  expect(records[0]?.fields).toMatchObject({ department: expect.stringMatching(/^D-/), location: expect.stringMatching(/^L-/) })
})

test('who has no employment is nobody, and who has no id is rejected', () => {
  const names = { departments: new Map<string, string>(), locations: new Map<string, string>() }
  const context = { companyId: undefined, today: '2026-01-15', statuses: { 12: 'on_leave' } } as const
  expect(toEmployees({ personIdExternal: '1', employmentNav: { results: [] } }, names, context)).toEqual([])
  expect(toEmployees({ employmentNav: { results: [{ userId: '1' }] } }, names, context)).toMatchObject([{ id: '' }])
  const employed = (job: object, more: object = {}) =>
    toEmployees(
      { personIdExternal: '1', employmentNav: { results: [{ userId: 'u', jobInfoNav: { results: [job] }, ...more }] } },
      names,
      context,
    )[0]?.fields
  expect(employed({ emplStatus: '12' })).toMatchObject({ status: 'on_leave', statusRaw: '12' })
  expect(employed({ emplStatus: '99' }, { userNav: { status: 'f' } })).toMatchObject({ status: 'terminated', statusRaw: '99' })
  expect(employed({ emplStatus: 'A' }, { endDate: '/Date(1735689600000)/' })).toMatchObject({
    status: 'terminated',
    terminationDate: '2025-01-01',
  })
})

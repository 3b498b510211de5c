import { canonical } from '@linkspan/connector-kit/testing/opened'
import { expect, test } from 'vitest'
import { openSf } from './testing/open-sf.ts'
import { toEmployee } from './users.ts'

test('everybody comes, whatever the status, with the manager, and nothing private is asked for', async () => {
  await using opened = await openSf()
  const { records, pages } = await opened.read()
  const rows = [...opened.erp.dataset.employees]
  expect(records.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  expect(pages.map(({ total }) => total)).toEqual([40])
  const statuses = { active: 'active', on_leave: 'active', pending: 'pending', terminated: 'terminated' }
  for (const [at, row] of rows.entries())
    expect(canonical('employees', records[at]!)).toMatchObject({
      employeeId: row.employeeId,
      displayName: row.displayName,
      department: row.department,
      departmentId: expect.stringMatching(/^D-/),
      jobTitle: row.jobTitle,
      hireDate: row.hireDate,
      status: statuses[row.status],
      active: row.status === 'active' || row.status === 'on_leave',
      companyId: 'giftshop',
      ...(row.managerId !== null && { managerId: row.managerId }),
      sourceUpdatedAt: row.updatedAt,
    })
  expect(new Set(rows.map(({ status }) => status)).size).toBe(4)
  expect(JSON.stringify(records.map(({ raw }) => raw))).not.toMatch(/dateOfBirth|salary/)
  const { query, target } = opened.erp.requests.find(({ path }) => path.endsWith('/User'))!
  expect(query).toMatchObject({
    paging: 'cursor',
    customPageSize: '500',
    $expand: 'manager',
    $filter: "status in 't','f','T','F','e','d'",
    $format: 'json',
  })
  expect(query).not.toHaveProperty('$orderby')
  expect(target).not.toContain('+')
})

test('the pages of a reading are of one session, and larger ones than 1,000 are not asked for', async () => {
  await using opened = await openSf({ pageSize: 7, context: { pageSize: 5000 } })
  const { records, pages } = await opened.read()
  expect([records.length, pages.length]).toEqual([40, 6])
  expect(opened.erp.sessionCount).toBe(1)
  expect(opened.erp.requests[0]?.query.customPageSize).toBe('1000')
})

test('changes are asked for by time, leavers among them', async () => {
  await using opened = await openSf()
  const before = [...opened.erp.dataset.employees].find(({ status }) => status === 'active')!
  const { updatedAt } = opened.erp.change('employees', before.id, { status: 'terminated' })
  expect((await opened.read(updatedAt)).records).toMatchObject([{ id: before.id, fields: { status: 'terminated', statusRaw: 'f' } }])
  expect(opened.erp.requests.at(-1)?.query.$filter).toBe(
    `status in 't','f','T','F','e','d' and lastModifiedDateTime ge datetimeoffset'${updatedAt}'`,
  )
})

test.each([
  ['text', /ge '2024-/],
  ['datetime', /ge datetime'2024-/],
] as const)('a tenant that takes times as %s only is asked so', async (literal, expected) => {
  await using opened = await openSf({ timeLiterals: [literal] })
  const { records } = await opened.read('2024-01-01T00:00:00.000Z')
  expect(records.length).toBeGreaterThan(5)
  const asked = opened.erp.requests.length
  await opened.read('2024-01-01T00:00:00.000Z')
  expect(opened.erp.requests.length).toBe(asked + 1)
  expect(opened.erp.requests.at(-1)?.query.$filter).toMatch(expected)
})

test('fields that the permission role lacks are left out, and told', async () => {
  await using opened = await openSf({ forbidden: ['User/hireDate', 'User/manager/userId'] })
  const { records, pages } = await opened.read()
  expect(records).toHaveLength(40)
  expect(pages[0]?.warnings).toEqual([
    expect.stringMatching(/^hireDate is not shown/),
    expect.stringMatching(/^manager\/userId is not shown/),
  ])
  expect(opened.log.join()).toContain('hireDate')
  expect(opened.erp.requests.at(-1)?.query).not.toHaveProperty('$expand')
})

test('a user who may not even see ids is told so', async () => {
  await using opened = await openSf({ forbidden: ['User/userId'] })
  await expect(opened.read()).rejects.toMatchObject({ code: 'setup.permission-missing' })
})

const context = { companyId: undefined, today: '2026-01-15', statuses: { t: 'on_leave', x: 'active' } } as const
test.each([
  [{ status: 't' }, {}, 'active'],
  [{ status: 'T', hireDate: '/Date(1768521600000)/' }, {}, 'pending'],
  [{ status: 'F' }, {}, 'terminated'],
  [{ status: 'd' }, {}, 'pending'],
  [{ status: 'q' }, {}, 'q'],
  [{}, {}, undefined],
  [{ status: 't' }, context, 'on_leave'],
  [{ status: 'x' }, context, 'active'],
] as const)('the status of %j is told by %j as %s', (row, { statuses = {} }: { statuses?: typeof context.statuses | object }, expected) => {
  const { fields } = toEmployee({ userId: '1', lastName: 'X', ...row }, { ...context, statuses: statuses as Record<string, 'active'> })
  expect(fields.status).toBe(expected)
})

test.each([
  ['Sales (D100)', 'Sales', 'D100'],
  ['Sales (EU) (D100)', 'Sales (EU)', 'D100'],
  ['Sales', 'Sales', undefined],
])('the department %s is %s with the code %s', (department, name, code) => {
  const { fields } = toEmployee({ userId: '1', department, empId: '', manager: { userId: 'NO_MANAGER' } }, { ...context, statuses: {} })
  expect([fields.department, fields.departmentId, fields.employeeId, fields.managerId]).toEqual([name, code, '1', undefined])
})

import { expect, test } from 'vitest'
import { withoutPersonal } from './personal-fields.ts'

test('a viewer sees which employee a record is, and nothing else of the person', () => {
  const data = { employeeId: '007', displayName: 'James', email: 'j@example.com', status: 'active' }
  expect(withoutPersonal('viewer', 'employees', data)).toEqual({
    employeeId: '007',
    displayName: '********',
    email: '********',
    status: 'active',
  })
  expect(withoutPersonal('operator', 'employees', data)).toEqual(data)
  expect(withoutPersonal('viewer', 'orders', { customerName: 'James' })).toEqual({ customerName: 'James' })
})

import { expect, test } from 'vitest'
import { unsentValues } from './unsent-values.ts'

const reasons = {
  discountTotal: { message: 'has no place' },
  shippingTotal: null,
  taxTotal: { message: 'is worked out there', isHarmless: true },
  'lines[].tax': { message: 'is worked out there', isHarmless: true },
  shipTo: { message: 'has no place' },
} as const

test.each([
  [{ discountTotal: '5.00', shippingTotal: '4.90' }, [{ path: 'discountTotal', value: '5.00', message: 'has no place' }]],
  [{ discountTotal: '0.00', taxTotal: '' }, []],
  [{ lines: [{ tax: '0' }, { tax: '1.90' }] }, [{ path: 'lines[].tax', value: '1.90', message: 'is worked out there', isHarmless: true }]],
  [{ taxTotal: '-1', lines: 'none' }, [{ path: 'taxTotal', value: '-1', message: 'is worked out there', isHarmless: true }]],
  [{ shipTo: { city: 'Köln', phone: '' } }, [{ path: 'shipTo', value: { city: 'Köln', phone: '' }, message: 'has no place' }]],
  [{ shipTo: { city: '' } }, []],
  [{}, []],
])('of %j these values are not sent: %j', (data, expected) => {
  expect(unsentValues(data, reasons)).toEqual(expected)
})

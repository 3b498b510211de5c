import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, type Data, withChanges } from './change-set.ts'
import { type Base, merge } from './merge.ts'

const address = fc.record({ city: fc.constantFrom('Köln', 'Ulm'), phone: fc.constantFrom('1', '2') }, { requiredKeys: [] })
const line = fc.record({ lineNumber: fc.constantFrom('10', '20', '30'), quantity: fc.constantFrom('1', '2') })
const record: fc.Arbitrary<Data> = fc.record(
  {
    status: fc.constantFrom('pending', 'shipped'),
    total: fc.constantFrom('1', '2', '3'),
    shipTo: address,
    lines: fc.uniqueArray(line, { selector: ({ lineNumber }) => lineNumber, maxLength: 3 }),
    tags: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
)
const agreed = (data: Data): Base => ({ ours: data, theirs: data })
/** Equal whatever the order of fields and lines. */
const isEqual = (one: Data, other: Data): boolean => changesBetween(one, other).size === 0

describe('a change set', () => {
  test('turns one record into the other', () => {
    fc.assert(
      fc.property(record, record, (before, after) => {
        expect(changesBetween(withChanges(before, changesBetween(before, after)), after)).toEqual(new Map())
      }),
    )
  })

  test('between a record and itself is empty', () => {
    fc.assert(fc.property(record, (data) => changesBetween(data, structuredClone(data)).size === 0))
  })

  test('names a field of an address, and a line by its number', () => {
    const before = { shipTo: { city: 'Köln', phone: '1' }, lines: [{ lineNumber: '10', quantity: '1' }] }
    const after = {
      shipTo: { city: 'Ulm', phone: '1' },
      lines: [
        { lineNumber: '10', quantity: '2' },
        { lineNumber: '20', quantity: '1' },
      ],
    }
    expect([...changesBetween(before, after).keys()]).toEqual(['shipTo.city', 'lines[10]', 'lines[20]'])
  })
})

describe('a merge', () => {
  test('takes what only the ERP has changed, and leaves nothing to push', () => {
    fc.assert(
      fc.property(record, record, (base, theirs) => {
        const merged = merge(agreed(base), base, theirs, () => 'nobody')
        return isEqual(merged.data, theirs) && merged.contested.length === 0 && merged.toPush.length === 0
      }),
    )
  })

  test('keeps what only the system has changed, and leaves exactly that to push', () => {
    fc.assert(
      fc.property(record, record, (base, ours) => {
        const merged = merge(agreed(base), ours, base, () => 'nobody')
        expect(new Set(merged.toPush)).toEqual(new Set(changesBetween(base, ours).keys()))
        return isEqual(merged.data, ours) && merged.contested.length === 0
      }),
    )
  })

  test('of the same change on both sides contests nothing', () => {
    fc.assert(
      fc.property(record, record, (base, both) => {
        const merged = merge(agreed(base), both, both, () => 'nobody')
        return isEqual(merged.data, both) && merged.contested.length === 0 && merged.toPush.length === 0
      }),
    )
  })

  test('in which the ERP always wins leaves only changes by the system alone to push', () => {
    fc.assert(
      fc.property(record, record, record, (base, ours, theirs) => {
        const merged = merge(agreed(base), ours, theirs, () => 'erp')
        const contested = new Set(merged.contested.map(({ path }) => path))
        return merged.toPush.every((path) => !contested.has(path))
      }),
    )
  })

  test('in which the system always wins loses no change of the system', () => {
    fc.assert(
      fc.property(record, record, record, (base, ours, theirs) => {
        const { data } = merge(agreed(base), ours, theirs, () => 'system')
        const left = changesBetween(data, ours)
        return [...changesBetween(base, ours).keys()].every((path) => !left.has(path) || path === 'lines' || path === 'tags')
      }),
    )
  })

  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(record, record, record, fc.constantFrom('erp' as const, 'system' as const), (base, ours, theirs, winner) => {
        const once = merge(agreed(base), ours, theirs, () => winner)
        const twice = merge(once.base, once.data, theirs, () => winner)
        return isEqual(once.data, twice.data) && twice.contested.length === 0 && twice.fromErp.length === 0
      }),
    )
  })

  test('does not mistake a field that the ERP does not store for a deletion', () => {
    const base: Base = { ours: { total: '1', ourReference: 'A' }, theirs: null }
    const merged = merge(base, base.ours, { total: '1.00', status: 'pending' }, () => 'erp')
    expect(merged.data).toEqual({ total: '1.00', ourReference: 'A', status: 'pending' })
    expect(merged.toPush).toEqual([])
    const later = merge(merged.base, merged.data, { total: '1.00', status: 'shipped' }, () => 'erp')
    expect(later.data).toEqual({ total: '1.00', ourReference: 'A', status: 'shipped' })
  })
})

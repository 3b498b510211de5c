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
const agreed = (data: Data): Base => ({ ours: data, theirs: data, unconfirmed: [] })
/** Equal whatever the order of fields and lines. */
const isEqual = (one: Data, other: Data): boolean => changesBetween(one, other).size === 0

describe('a change set', () => {
  test('makes of the one what the other is', () => {
    fc.assert(
      fc.property(record, record, (before, after) => {
        expect(changesBetween(withChanges(before, changesBetween(before, after)), after)).toEqual(new Map())
      }),
    )
  })

  test('of a record and itself is empty', () => {
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
    expect([...changesBetween(before, after).keys()]).toEqual(['shipTo.city', 'lines[10].quantity', 'lines[20]', 'lines[20].quantity'])
  })
})

describe('a merge', () => {
  test("of what only the ERP changed is the ERP's, and nothing is left to push", () => {
    fc.assert(
      fc.property(record, record, (base, theirs) => {
        const merged = merge(agreed(base), base, theirs, () => 'nobody')
        return isEqual(merged.data, theirs) && merged.contested.length === 0 && merged.toPush.length === 0
      }),
    )
  })

  test("of what only the system changed is the system's, and exactly that is left to push", () => {
    fc.assert(
      fc.property(record, record, (base, ours) => {
        const merged = merge(agreed(base), ours, base, () => 'nobody')
        expect(new Set(merged.toPush)).toEqual(new Set(changesBetween(base, ours).keys()))
        return isEqual(merged.data, ours) && merged.contested.length === 0
      }),
    )
  })

  test('of the same change on both sides is that change, and contests nothing', () => {
    fc.assert(
      fc.property(record, record, (base, both) => {
        const merged = merge(agreed(base), both, both, () => 'nobody')
        return isEqual(merged.data, both) && merged.contested.length === 0 && merged.toPush.length === 0
      }),
    )
  })

  test('leaves nothing to push where the ERP always wins, unless only the system changed it', () => {
    fc.assert(
      fc.property(record, record, record, (base, ours, theirs) => {
        const merged = merge(agreed(base), ours, theirs, () => 'erp')
        const contested = new Set(merged.contested.map(({ path }) => path))
        return merged.toPush.every((path) => !contested.has(path))
      }),
    )
  })

  test('loses no change of the system where the system always wins', () => {
    fc.assert(
      fc.property(record, record, record, (base, ours, theirs) => {
        const { data } = merge(agreed(base), ours, theirs, () => 'system')
        const left = changesBetween(data, ours)
        return [...changesBetween(base, ours).keys()].every((path) => !left.has(path) || path === 'lines' || path === 'tags')
      }),
    )
  })

  test('made a second time changes nothing more', () => {
    fc.assert(
      fc.property(record, record, record, fc.constantFrom('erp' as const, 'system' as const), (base, ours, theirs, winner) => {
        const once = merge(agreed(base), ours, theirs, () => winner)
        const twice = merge(once.base, once.data, theirs, () => winner)
        return isEqual(once.data, twice.data) && twice.contested.length === 0 && twice.fromErp.length === 0
      }),
    )
  })

  test('what the ERP does not keep of ours is not taken for deleted', () => {
    const base: Base = { ours: { total: '1', ourReference: 'A' }, theirs: null, unconfirmed: [] }
    const merged = merge(base, base.ours, { total: '1.00', status: 'pending' }, () => 'erp')
    expect(merged.data).toEqual({ total: '1.00', ourReference: 'A', status: 'pending' })
    expect(merged.toPush).toEqual([])
    const later = merge(merged.base, merged.data, { total: '1.00', status: 'shipped' }, () => 'erp')
    expect(later.data).toEqual({ total: '1.00', ourReference: 'A', status: 'shipped' })
  })
})

describe('what the ERP makes of our write', () => {
  const written = (ours: Data, theirs: Data | null, unconfirmed: readonly string[]): Base => ({ ours, theirs, unconfirmed })

  test.each([
    ['rounded', { price: '1.555' }, { price: '1.56' }, 'with 2 decimals'],
    ['in upper case', { name: 'Mug' }, { name: 'MUG' }, 'in upper case'],
    ['trimmed', { name: 'Red  mug ' }, { name: 'Red mug' }, 'without surplus blanks'],
    ['padded with zeros', { customerId: '4711' }, { customerId: '0000004711' }, 'with zeros to 10 digits'],
    ['cut', { name: 'A very long name' }, { name: 'A very lo' }, 'cut to 9 characters'],
    ['computed', { total: '10' }, { total: '11.90' }, undefined],
  ])('is its form of our value and no edit: %s', (_, sent, shown, keeps) => {
    const path = Object.keys(sent)[0] ?? ''
    const merged = merge(written(sent, sent, [path]), sent, shown, () => 'nobody')
    expect(merged).toMatchObject({
      data: shown,
      toPush: [],
      fromErp: [],
      contested: [],
      base: { ours: shown, theirs: shown, unconfirmed: [] },
    })
    expect(merged.normalised.map(({ form }) => form?.keeps)).toEqual([keeps])
  })

  test('never wins over what the system has written since', () => {
    const sent = { price: '2.5', name: 'Mug' }
    const merged = merge(written(sent, sent, ['price', 'name']), { ...sent, price: '3.5' }, { price: '2.50', name: 'MUG' }, () => 'erp')
    expect(merged).toMatchObject({ data: { price: '3.5', name: 'MUG' }, toPush: ['price'], contested: [] })
  })

  test('is an edit if the ERP shows a later version, unless it looks like a form of ours', () => {
    const sent = { price: '1.555', name: 'Mug' }
    const ours = { price: '1.7', name: 'Our mug' }
    const merged = merge(written(sent, sent, ['price', 'name']), ours, { price: '1.56', name: 'Their cup' }, () => 'nobody', 'some')
    expect(merged.normalised.map(({ path }) => path)).toEqual(['price'])
    expect(merged.contested).toEqual([{ path: 'name', base: 'Mug', erp: 'Their cup', system: 'Our mug' }])
  })

  test('includes what it computes in fields that we did not write, if its version is that of our write', () => {
    const before = { quantity: '2', total: '20' }
    const sent = { quantity: '3', total: '20' }
    const shown = { quantity: '3', total: '30' }
    const known = merge(written(sent, sent, ['quantity']), { ...sent, total: '31' }, shown, () => 'erp', 'none')
    expect(known).toMatchObject({ data: { quantity: '3', total: '31' }, contested: [], toPush: ['total'] })
    const unknown = merge(written(sent, before, ['quantity']), { ...sent, total: '31' }, shown, () => 'erp', 'unknown')
    expect(unknown.contested.map(({ path }) => path)).toEqual(['total'])
  })
})

describe('lines', () => {
  const order = (lines: readonly Data[]): Data => ({ lines })
  const line = (lineNumber: string, more: Data = {}): Data => ({ lineNumber, sku: 'A', quantity: '1', ...more })

  test('merge by number and field', () => {
    const base = order([line('10'), line('20')])
    const ours = order([line('10', { description: 'Gift wrap' }), line('20')])
    const theirs = order([line('20'), line('10', { quantityShipped: '1' })])
    for (const winner of ['erp', 'system', 'nobody'] as const) {
      const merged = merge(agreed(base), ours, theirs, () => winner)
      expect(merged.data).toEqual(order([line('10', { description: 'Gift wrap', quantityShipped: '1' }), line('20')]))
      expect(merged).toMatchObject({ contested: [], toPush: ['lines[10].description'] })
    }
  })

  test('in another order say the same', () => {
    expect(changesBetween(order([line('10'), line('20')]), order([line('20'), line('10', { quantity: '1.0' })])).size).toBe(0)
  })

  test('that one side removed and the other changed are for the winner, whole', () => {
    const base = order([line('10'), line('20')])
    const changed = order([line('10', { quantity: '5' }), line('20')])
    const removed = order([line('20')])
    expect(merge(agreed(base), changed, removed, () => 'erp').data).toEqual(removed)
    const kept = merge(agreed(base), changed, removed, () => 'system')
    expect(kept.data).toEqual(changed)
    expect(kept.toPush).toEqual(expect.arrayContaining(['lines[10]', 'lines[10].quantity', 'lines[10].sku']))
    expect(merge(agreed(base), removed, changed, () => 'system').data).toEqual(removed)
    expect(isEqual(merge(agreed(base), removed, changed, () => 'erp').data, changed)).toBe(true)
    expect(merge(agreed(base), removed, changed, () => 'nobody').contested).toEqual([
      { path: 'lines[10]', base: line('10'), erp: line('10', { quantity: '5' }), system: null },
    ])
  })

  test('are all removed, and stay an empty list', () => {
    expect(merge(agreed(order([line('10')])), order([line('10')]), order([]), () => 'nobody').data).toEqual(order([]))
  })
})

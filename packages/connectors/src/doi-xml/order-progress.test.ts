import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Confirmation, InboundDocument, ShipNotice, StatusUpdate } from './documents.ts'
import { orderProgress } from './order-progress.ts'

const ordered = [
  { lineNumber: '10', sku: 'A', quantity: '10' },
  { lineNumber: '20', sku: 'B', quantity: '0.3' },
]
const at = (minute: number): string => `2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`
const head = { sender: { domain: null, identity: null, sharedSecret: null }, isTest: false, orderId: 'W-1', orderPayloadId: null }

const confirm = (minute: number, outcome: Confirmation['outcome'], lines: Confirmation['lines'] = []): Confirmation => ({
  kind: 'confirmation',
  ...head,
  payloadId: `c${minute}`,
  writtenAt: at(minute),
  outcome,
  word: outcome,
  supplierOrderId: null,
  promisedDate: null,
  lines,
})
const ship = (minute: number, shipmentId: string, lines: Record<string, string>, more: Partial<ShipNotice> = {}): ShipNotice => ({
  kind: 'ship-notice',
  ...head,
  payloadId: `s${minute}-${shipmentId}`,
  writtenAt: at(minute),
  shipmentId,
  operation: 'new',
  isPlanned: false,
  isReturn: false,
  fulfillment: null,
  shippedAt: at(minute),
  estimatedDelivery: null,
  carrier: 'UPS',
  carrierCode: 'UPSN',
  trackingNumbers: [`1Z${shipmentId}`],
  trackingUrl: null,
  lines: Object.entries(lines).map(([lineNumber, quantity]) => ({ lineNumber, sku: null, quantity })),
  ...more,
})
const status = (minute: number, outcome: StatusUpdate['outcome']): StatusUpdate => ({
  kind: 'status',
  ...head,
  payloadId: `u${minute}`,
  writtenAt: at(minute),
  outcome,
  code: '200',
  text: 'told so',
})
const invoice = { kind: 'invoice', ...head, payloadId: 'i', writtenAt: at(59), invoiceNumber: 'I' } as unknown as InboundDocument
const progress = (...documents: readonly InboundDocument[]) => orderProgress({ orderNumber: 'W-1', ordered, documents })

test.each<[string, string, readonly InboundDocument[]]>([
  ['nothing', 'pending', []],
  ['an acknowledgement', 'pending', [confirm(1, 'acknowledged')]],
  ['a confirmation', 'processing', [confirm(1, 'accepted')]],
  ['a backorder', 'processing', [confirm(1, 'backordered')]],
  ['a rejection', 'cancelled', [confirm(1, 'accepted'), confirm(2, 'rejected')]],
  ['a rejection that was taken back', 'processing', [confirm(2, 'accepted'), confirm(1, 'rejected')]],
  [
    'every line rejected',
    'cancelled',
    [
      confirm(1, 'changed', [
        { lineNumber: '10', rejected: '10' },
        { lineNumber: '0020', rejected: null },
      ]),
    ],
  ],
  ['one line rejected', 'processing', [confirm(1, 'changed', [{ lineNumber: '10', rejected: '10' }])]],
  ['the rest shipped', 'shipped', [confirm(1, 'changed', [{ lineNumber: '10', rejected: '4' }]), ship(2, 'S', { '10': '6', '20': '0.3' })]],
  ['one line shipped', 'partially_shipped', [ship(1, 'S1', { '10': '10' })]],
  [
    'the same shipment twice',
    'partially_shipped',
    [ship(1, 'S1', { '10': '5' }), ship(1, 'S1', { '10': '5' }), ship(2, 'S2', { '20': '0.3' })],
  ],
  [
    'everything in three',
    'shipped',
    [ship(1, 'S1', { '10': '10', '20': '0.1' }), ship(2, 'S2', { '20': '0.1' }), ship(3, 'S3', { '20': '0.1' })],
  ],
  ['more than was ordered', 'shipped', [ship(1, 'S1', { '10': '11', '20': '1' })]],
  ['numbers with leading zeros', 'shipped', [ship(1, 'S1', { '00010': '10', '020': '0.300' })]],
  ['a planned shipment', 'processing', [confirm(1, 'accepted'), ship(2, 'S', { '10': '10', '20': '0.3' }, { isPlanned: true })]],
  [
    'a shipment taken back',
    'processing',
    [confirm(1, 'accepted'), ship(2, 'S', { '10': '10' }), ship(3, 'S', {}, { operation: 'delete' })],
  ],
  ['one taken back at the same minute', 'pending', [ship(2, 'S', {}, { operation: 'delete' }), ship(2, 'S', { '10': '10' })]],
  ['one corrected', 'partially_shipped', [ship(3, 'S', { '10': '9' }, { operation: 'update' }), ship(2, 'S', { '10': '10', '20': '0.3' })]],
  ['complete as the partner says, without lines', 'shipped', [ship(1, 'S', {}, { fulfillment: 'complete' })]],
  [
    'complete as the partner says, and the quantities deny it',
    'partially_shipped',
    [ship(1, 'S', { '10': '1' }, { fulfillment: 'complete' })],
  ],
  ['all came back', 'returned', [ship(1, 'S', { '10': '10' }), ship(2, 'R', { '10': '10' }, { isReturn: true })]],
  ['some came back', 'partially_shipped', [ship(1, 'S', { '10': '10' }), ship(2, 'R', { '10': '1' }, { isReturn: true })]],
  ['a return without lines', 'returned', [ship(1, 'S', { '10': '10' }), ship(2, 'R', {}, { isReturn: true })]],
  ['an invoice', 'processing', [confirm(1, 'accepted'), invoice]],
  ['a status that rejects', 'cancelled', [confirm(1, 'accepted'), status(2, 'rejected')]],
  ['a status of the transport', 'processing', [confirm(1, 'accepted'), status(2, null)]],
  ['shipped in spite of a rejection', 'partially_shipped', [confirm(1, 'rejected'), ship(2, 'S', { '10': '1' })]],
])('after %s the order is %s', (_, expected, documents) => {
  expect(progress(...documents).status).toBe(expected)
  expect(progress(...documents.toReversed())).toEqual(progress(...documents))
  expect(progress(...documents, ...documents)).toEqual(progress(...documents))
})

test('a line without a number is found by its SKU, if only one line has it', () => {
  const bySku = (sku: string, lineNumber: string | null = null) => ship(1, 'S', {}, { lines: [{ lineNumber, sku, quantity: '10' }] })
  const one = [{ lineNumber: '1', sku: 'A', quantity: '10' }]
  const statusOf = (lines: typeof one, notice: ShipNotice) =>
    orderProgress({ orderNumber: 'W-1', ordered: lines, documents: [notice] }).status
  expect(statusOf(one, bySku('A'))).toBe('shipped')
  expect(statusOf(one, bySku('A', '99'))).toBe('shipped')
  expect(statusOf([...one, { ...one[0]!, lineNumber: '2' }], bySku('A'))).toBe('partially_shipped')
})

test('shipments have their carriers and tracking numbers, and are sorted by shipping time', () => {
  const { shipments, statusChangedAt, ...rest } = progress(
    ship(5, 'S2', { '20': '0.3' }),
    ship(1, 'S1', { '10': '10' }),
    confirm(0, 'accepted'),
  )
  expect(rest).toMatchObject({ orderNumber: 'W-1', status: 'shipped', statusRaw: 'accepted' })
  expect(statusChangedAt).toBe(at(5))
  expect(shipments).toEqual([
    {
      shipmentId: 'S1',
      carrier: 'UPS',
      carrierCode: 'UPSN',
      trackingNumbers: ['1ZS1'],
      shippedAt: at(1),
      lines: [{ lineNumber: '10', quantity: '10' }],
    },
    expect.objectContaining({ shipmentId: 'S2', shippedAt: at(5) }),
  ])
})

test('the status does not depend on the order of ship notices, nor on repetitions', () => {
  const notice = fc
    .record({
      minute: fc.integer({ min: 0, max: 5 }),
      id: fc.constantFrom('S1', 'S2', 'S3'),
      ten: fc.integer({ min: 0, max: 12 }),
      twenty: fc.constantFrom('0.1', '0.2', '0.30'),
      operation: fc.constantFrom('new', 'update', 'delete'),
      isPlanned: fc.boolean(),
      isReturn: fc.boolean(),
    })
    .map(({ minute, id, ten, twenty, ...more }) => ship(minute, id, { '10': String(ten), '20': twenty }, more as Partial<ShipNotice>))
  const shuffled = fc.array(notice, { minLength: 1, maxLength: 8 }).chain((notices) =>
    fc.tuple(
      fc.constant(notices),
      fc.array(fc.nat(notices.length - 1), { maxLength: 8 }).chain((again) => {
        const all = [...notices, ...again.map((each) => notices[each]!)]
        return fc.shuffledSubarray(all, { minLength: all.length })
      }),
    ),
  )
  fc.assert(
    fc.property(shuffled, ([notices, arrived]) => {
      expect(progress(...arrived)).toEqual(progress(...notices))
    }),
    { numRuns: 500 },
  )
})

import type { Normalise, RestErpOptions, WriteAnswer } from '@linkspan/simulators'
import type { ModelType } from './leaves.ts'
import { createRandom, type Random } from './random.ts'

export type Strategy = 'erp_wins' | 'system_wins' | 'newest_wins' | 'manual'

/** Values by field. `{line: 1, field: 'quantity'}` names the second line of an order, whichever lines it has by then. */
export interface Edit {
  readonly field: string
  readonly line?: number
  /** Null removes the field, or the line if there is no field. */
  readonly value: string | null
}

export type Step =
  | { readonly kind: 'create'; readonly record: string; readonly edits: readonly Edit[] }
  | { readonly kind: 'write'; readonly record: string; readonly edits: readonly Edit[]; readonly isNewer: boolean }
  /** The platform posts back what it has read, in another form. */
  | { readonly kind: 'repeat'; readonly record: string }
  | { readonly kind: 'erp-edit'; readonly record: string; readonly edits: readonly Edit[] }
  /** A person in the ERP enters the very value that the system has written. */
  | { readonly kind: 'erp-agrees'; readonly record: string }
  | { readonly kind: 'erp-add'; readonly record: string }
  | { readonly kind: 'erp-remove'; readonly record: string }
  | {
      readonly kind: 'run'
      readonly direction: 'pull' | 'push' | 'bidirectional'
      readonly mode: 'full' | 'incremental'
      readonly answer: WriteAnswer
      readonly trouble: Trouble | null
    }
  | { readonly kind: 'dry-run'; readonly direction: 'pull' | 'push' | 'bidirectional'; readonly mode: 'full' | 'incremental' }
  | { readonly kind: 'resolve'; readonly winners: readonly ('erp' | 'system')[] }
  /** Edits on both sides while the run waits for the answer to this request of its own, the first of which is 1. */
  | {
      readonly kind: 'during'
      readonly record: string
      readonly direction: 'pull' | 'push' | 'bidirectional'
      readonly mode: 'full' | 'incremental'
      readonly answer: WriteAnswer
      readonly request: number
      readonly edits: readonly Edit[]
      readonly erpEdits: readonly Edit[]
      readonly isNewer: boolean
    }
  /** The system and a rule in the ERP revert each other, until the record stops as a conflict. */
  | { readonly kind: 'duel'; readonly record: string; readonly ends: 'erp' | 'system' | 'write' }

export type Trouble =
  | { readonly kind: 'drop-after-store' | '500-after-store' | 'drop-before-store' | '500-before-store' | 'truncated' }
  /** The worker dies at this call of its store: before the call has an effect, or after it. */
  | { readonly kind: 'kill'; readonly call: number; readonly when: 'before' | 'after' }

export interface Scenario {
  readonly seed: number
  readonly type: ModelType
  readonly strategy: Strategy
  readonly isMapped: boolean
  readonly locking: NonNullable<RestErpOptions['locking']>
  readonly normalise: Normalise
  readonly steps: readonly Step[]
}

const strategies: readonly Strategy[] = ['erp_wins', 'system_wins', 'newest_wins', 'manual']

export function createScenario(seed: number): Scenario {
  const random = createRandom(seed)
  const type = random.pick(['products', 'orders'] as const)
  const count = random.integer(8, 22)
  return {
    seed,
    type,
    strategy: random.pick(strategies),
    isMapped: random.chance(0.4),
    locking: random.chance(0.25) ? 'optional' : 'none',
    normalise: type === 'products' ? normaliseProducts(random) : normaliseOrders(random),
    steps: Array.from({ length: count }, (_, at) => createStep(random, type, at)),
  }
}

function normaliseProducts(random: Random): Normalise {
  const some = <Value>(share: number, value: Value) => (random.chance(share) ? value : [])
  return {
    fields: {
      name: some(0.6, [random.pick(['upper', 'lower', { cut: 9 }] as const), ...(random.chance(0.3) ? [{ cut: 12 }] : [])]),
      brand: some(0.5, ['trim', 'upper'] as const),
      category: some(0.5, ['lower'] as const),
      price: some(0.6, [random.pick([{ round: 2 }, { round: 1 }, { round: 0 }, 'numbers'] as const)]),
      cost: some(0.5, ['numbers'] as const),
      categoryId: some(0.6, [random.pick([{ pad: 8 }, 'zeroStrip', 'numbers'] as const)]),
    },
  }
}

function normaliseOrders(random: Random): Normalise {
  const some = <Value>(share: number, value: Value) => (random.chance(share) ? value : [])
  return {
    computed: random.chance(0.5),
    ...(random.chance(0.5) && { reorder: random.pick(['sku', 'reverse'] as const) }),
    fields: {
      'shipTo.city': some(0.5, ['upper'] as const),
      'shipTo.line1': some(0.5, [{ cut: 10 }]),
      'lines[].description': some(0.5, [random.pick(['upper', { cut: 8 }] as const)]),
      'lines[].quantity': some(0.5, [random.pick([{ round: 0 }, 'numbers'] as const)]),
      'lines[].unitPrice': some(0.5, [{ round: 2 }]),
    },
  }
}

const created = ['S0', 'S0', 'S1']
const added = ['A0', 'A0', 'A1']
/** Few records, so that both sides often meet at the same one. */
const records = ['E0', 'E0', 'E0', 'E1', ...created, ...added]

function createStep(random: Random, type: ModelType, at: number): Step {
  const record = random.pick(records)
  const direction = random.pick(['pull', 'push', 'bidirectional', 'bidirectional'] as const)
  const mode = random.pick(['full', 'incremental'] as const)
  const edits = (isErp: boolean) => Array.from({ length: random.integer(1, 3) }, () => createEdit(random, type, isErp))
  const dice = at < 2 ? at * 0.2 : random.next()
  if (dice < 0.08) return { kind: 'create', record: random.pick(created), edits: edits(false) }
  if (dice < 0.3) return { kind: 'write', record, edits: edits(false), isNewer: random.chance(0.5) }
  if (dice < 0.34) return { kind: 'repeat', record }
  if (dice < 0.52) return { kind: 'erp-edit', record, edits: edits(true) }
  if (dice < 0.54) return { kind: 'erp-agrees', record }
  if (dice < 0.57) return { kind: 'erp-add', record: random.pick(added) }
  if (dice < 0.6) return { kind: 'erp-remove', record }
  if (dice < 0.64) return { kind: 'dry-run', direction, mode }
  if (dice < 0.7) return { kind: 'resolve', winners: Array.from({ length: 3 }, () => random.pick(['erp', 'system'] as const)) }
  if (dice < 0.72) return { kind: 'duel', record, ends: random.pick(['erp', 'system', 'write'] as const) }
  const answer = random.pick(['record', 'id', 'empty'] as const)
  if (dice < 0.8) {
    const erpEdits = random.chance(0.6) ? edits(true) : []
    const request = random.integer(1, 7)
    return { kind: 'during', record, direction, mode, answer, request, edits: edits(false), erpEdits, isNewer: random.chance(0.5) }
  }
  return { kind: 'run', direction, mode, answer, trouble: random.chance(0.3) ? createTrouble(random) : null }
}

function createTrouble(random: Random): Trouble {
  if (random.chance(0.5)) return { kind: 'kill', call: random.integer(1, 25), when: random.pick(['before', 'after'] as const) }
  return { kind: random.pick(['drop-after-store', '500-after-store', 'drop-before-store', '500-before-store', 'truncated'] as const) }
}

const letters = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ'
const word = (random: Random, length: number): string => Array.from({ length }, () => random.pick([...letters])).join('')
const text = (random: Random): string =>
  random.chance(0.4) ? `${word(random, random.integer(3, 6))} ${word(random, random.integer(3, 9))}` : word(random, random.integer(4, 14))
const decimal = (random: Random): string => `${random.integer(1, 900)}${random.pick(['', '.5', '.25', '.125', '.375', '.99', '.50'])}`

function createEdit(random: Random, type: ModelType, isErp: boolean): Edit {
  if (type === 'products') {
    const field = random.pick(['name', 'brand', 'category', 'description', 'price', 'price', 'cost', 'categoryId'])
    if (field === 'description' && random.chance(0.3)) return { field, value: null }
    if (field === 'categoryId') return { field, value: `${random.pick(['', '00'])}${random.integer(100, 99_999)}` }
    return { field, value: field === 'price' || field === 'cost' ? decimal(random) : text(random) }
  }
  const line = random.integer(0, 3)
  const field = random.pick([
    'customerReference',
    'shipTo.city',
    'shipTo.line1',
    'shipTo.name',
    'line',
    'description',
    'quantity',
    'quantity',
    'unitPrice',
    'own',
  ])
  switch (field) {
    case 'line':
      return random.chance(0.5) ? { field: '', line, value: null } : { field: '', line: 9, value: text(random) }
    case 'own':
      if (!isErp) return { field: 'customerReference', value: text(random) }
      return random.chance(0.5)
        ? { field: 'quantityShipped', line, value: String(random.integer(1, 40)) }
        : { field: 'status', value: random.pick(['processing', 'shipped', 'cancelled', 'on_hold']) }
    case 'description':
      return { field, line, value: text(random) }
    case 'quantity':
      return { field, line, value: String(random.integer(1, 500)) + random.pick(['', '.25', '.5']) }
    case 'unitPrice':
      return { field, line, value: decimal(random) }
    default:
      return { field, value: text(random) }
  }
}

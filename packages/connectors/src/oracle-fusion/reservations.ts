import { decimalOf, ExactDecimal } from '@linkspan/connector-kit/fields/exact-decimal'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { type Logger, toAppError } from '@linkspan/core/connector'
import type { Reader, Reading } from './reader.ts'

/** What of the stock of one organization is reserved. */
export interface Reserved {
  /** Undefined if it is not known: a reservation may name the item alone, and not where it lies. */
  of(item: string, subinventory: string): ExactDecimal | undefined
}

export interface Reservations {
  of(organization: string): Promise<Reserved>
}

const reading: Reading = { api: 'fscmRestApi', resource: 'inventoryReservations', onlyData: true }

/** What a reservation may call its quantity (docs/erp/oracle-fusion.md#reservations). */
const quantityNames = ['PrimaryReservationQuantity', 'ReservationQuantity', 'PrimaryReservedQuantity', 'ReservedQuantity'] as const

const unknown: Reserved = { of: () => undefined }

/** Reads the reservations of an organization once, when its first stock comes. A tenant need not show them. */
export function createReservations({
  reader,
  isRead,
  logger,
}: {
  readonly reader: Reader
  readonly isRead: boolean
  readonly logger: Logger
}): Reservations {
  const known = new Map<string, Reserved>()

  async function read(organization: string): Promise<Reserved> {
    try {
      const rows = await reader.rowsWith(reading, 'OrganizationCode', [organization])
      if (rows.every((row) => textOf(row, ...quantityNames) !== undefined)) return summedUp(rows)
      logger.warn({ names: Object.keys(rows[0] ?? {}) }, 'Fusion shows reservations without a quantity of a known name: they are left out')
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.kind !== 'setup' || error.code === 'setup.credentials-rejected') throw error
      logger.warn({ code: error.code }, 'Fusion does not show reservations: reserved quantities are left out')
    }
    return unknown
  }

  return {
    async of(organization) {
      const found = known.get(organization) ?? (isRead ? await read(organization) : unknown)
      known.set(organization, found)
      return found
    },
  }
}

function summedUp(rows: readonly Row[]): Reserved {
  const keyOf = (item: string, subinventory: string) => JSON.stringify([item, subinventory])
  const sums = new Map<string, ExactDecimal>()
  const scattered = new Set<string>()
  for (const row of rows) {
    const [item = '', subinventory] = [textOf(row, 'ItemNumber'), textOf(row, 'SubinventoryCode')]
    if (subinventory === undefined) scattered.add(item)
    const key = keyOf(item, subinventory ?? '')
    sums.set(key, (sums.get(key) ?? new ExactDecimal(0)).plus(decimalOf(textOf(row, ...quantityNames)) ?? 0))
  }
  return {
    of: (item, subinventory) => (scattered.has(item) ? undefined : (sums.get(keyOf(item, subinventory)) ?? new ExactDecimal(0))),
  }
}

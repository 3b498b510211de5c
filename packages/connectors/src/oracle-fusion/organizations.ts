import { once } from '@linkspan/connector-kit/http/once'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { AppError } from '@linkspan/core/connector'
import { maxPageSize, type Reader, type Reading } from './reader.ts'
import type { FusionSettings } from './settings.ts'

/** The organizations that a session reads. */
export interface Organizations {
  /** The item master organization. Throws `setup.settings-invalid` that names those that there are, if none is set and it is not the only one. */
  master(): Promise<string>
  /** Those whose stock is read. */
  withStock(): Promise<readonly string[]>
  /** Some of the organizations that items are of. */
  seen(): Promise<readonly string[]>
}

const sample: Reading = { api: 'fscmRestApi', resource: 'itemsV2', fields: ['OrganizationCode'], onlyData: true }

export function createOrganizations(reader: Reader, settings: FusionSettings): Organizations {
  const look = once(async () => {
    const { rows, hasMore } = await reader.page(sample, { limit: maxPageSize, offset: 0 })
    return { codes: codesIn(rows), isAll: !hasMore }
  })
  const master = async () => {
    if (settings.organizationCode !== undefined) return settings.organizationCode
    const { codes, isAll } = await look()
    const [only] = codes
    if (only !== undefined && codes.length === 1 && isAll) return only
    throw new AppError('setup.settings-invalid', `Set settings.organizationCode to the item master organization. ${offer(codes)}`, {
      details: { organizations: codes },
    })
  }
  return {
    master,
    withStock: async () => settings.inventoryOrganizations ?? [await master()],
    seen: async () => (await look()).codes,
  }
}

const codesIn = (rows: readonly Row[]): readonly string[] =>
  [...new Set(rows.flatMap((row) => textOf(row, 'OrganizationCode') ?? []))].sort()

export const offer = (codes: readonly string[]): string =>
  codes.length === 0 ? 'Fusion shows this user no items' : `Items were found in ${codes.map((code) => `"${code}"`).join(', ')}`

import { createDataset } from '../../dataset.ts'
import { createFoStore, type FoStore, type SetName } from './fo-store.ts'
import { seed } from './seed.ts'

let example: FoStore | undefined

/** The properties of an entity set, whether it has entities or not: those of a small environment. */
export function propertiesOf(set: SetName): ReadonlySet<string> {
  if (!example) {
    example = createFoStore(() => '2026-01-01T00:00:00.000Z')
    seed(example, createDataset({ products: 3, orders: 20, employees: 3, invoices: 3 }))
  }
  return new Set(Object.keys(example[set].any()?.fields ?? {}))
}

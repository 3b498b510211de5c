import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { dayOf, instantOf } from '@linkspan/connector-kit/odata/times'

export type Status = 'active' | 'on_leave' | 'pending' | 'terminated'

/** What rows of a session are read with. */
export interface RowContext {
  readonly companyId: string | undefined
  /** By the ERP's clock: `YYYY-MM-DD`. */
  readonly today: string
  /** What the tenant's own statuses mean. */
  readonly statuses: Readonly<Record<string, Status>>
}

export const day = (...from: readonly string[]) => ({ from, to: (value: unknown) => dayOf(value) ?? undefined })

/** The latest of these times; null if there is none. */
export const latestOf = (times: readonly unknown[]): string | null =>
  times
    .flatMap((time) => instantOf(time) ?? [])
    .sort()
    .at(-1) ?? null

/** Where nobody is above somebody (docs/erp/sap-successfactors.md#managers). */
export const managerOf = (value: unknown): string | undefined => {
  const id = textOf({ value }, 'value')
  return id === undefined || id.toUpperCase() === 'NO_MANAGER' ? undefined : id
}

/** A text that ends with a code in parentheses, as in `Sales (D100)`. */
export function nameAndCode(row: Row, property: string): { readonly name: string | undefined; readonly code: string | undefined } {
  const text = textOf(row, property)
  const [, name, code] = /^(.*\S)\s*\(([^()]+)\)$/.exec(text ?? '') ?? []
  return { name: name ?? text, code }
}

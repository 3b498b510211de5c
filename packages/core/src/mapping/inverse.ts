import type { PushOption } from './push-option.ts'

/** How one transformation is undone. */
export type Inverse =
  /** The value goes to the ERP as it is. */
  | { readonly kind: 'same' }
  /** `invert` throws a `RangeError` with a message for people if this value has no inverse. `limit` says which values have one. */
  | { readonly kind: 'value'; readonly invert: (value: unknown) => unknown; readonly limit: string | null }
  /** A JSONata expression over the outgoing record. */
  | { readonly kind: 'expression'; readonly expression: string }
  /** `reason` continues a sentence that begins with the name of the field. */
  | { readonly kind: 'none'; readonly reason: string }

/** What an inverse is built from, beside the options of its operation. */
export interface InverseContext {
  readonly push: PushOption | undefined
  /** The transformation itself, as a pull runs it. */
  readonly forward: (value: unknown) => unknown
  /** The normalising steps that follow in a pull, such as `round` or `upper`: values that are the same after them count as the same. */
  readonly normalise: (value: unknown) => unknown
}

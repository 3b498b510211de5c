/**
 * Who acts next.
 * - `request`: the caller corrects the call.
 * - `setup`: an administrator corrects the connection; trying again unchanged is no use.
 * - `record`: the owner of one record corrects it; the run goes on.
 * - `transient`: we retry, with backoff, a limited number of times.
 * - `wait`: we go on after a pause, and no attempt is spent.
 * - `bug`: we are told; retried like `transient`, in case it was bad luck.
 */
export type ErrorKind = 'request' | 'setup' | 'record' | 'transient' | 'wait' | 'bug'

/** What is known of one code. */
export interface ErrorDefinition {
  readonly kind: ErrorKind
  readonly status: number
  readonly title: string
  readonly hint: string
}

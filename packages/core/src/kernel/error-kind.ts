/**
 * Who acts next.
 * - `request`: the caller corrects the call.
 * - `setup`: an administrator corrects the connection; retrying it unchanged is useless.
 * - `record`: the owner of one record corrects it; the run goes on without it.
 * - `transient`: Linkspan retries with backoff, a limited number of times.
 * - `wait`: Linkspan goes on after a pause; no attempt is spent.
 * - `bug`: the developers correct Linkspan; retried like `transient`, in case it was bad luck.
 */
export const errorKinds = ['request', 'setup', 'record', 'transient', 'wait', 'bug'] as const
export type ErrorKind = (typeof errorKinds)[number]

/** What the catalogue knows about one code. */
export interface ErrorDefinition {
  readonly kind: ErrorKind
  readonly status: number
  readonly title: string
  readonly hint: string
}

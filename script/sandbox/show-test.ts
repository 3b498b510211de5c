import type { ERPConnectionTestResult } from '@linkspan/core'
import { green, red, table } from './terminal.ts'

/** Prints each step of a connection test. Throws if the test failed. */
export function showTest({ success, message, details }: ERPConnectionTestResult): void {
  table(
    ['check', '', 'ms', 'found'],
    details.checks.map(({ name, ok, ms, detail }) => [name, ok ? green('ok') : red('failed'), String(ms), detail]),
  )
  if (!success) throw new Error(`The connection test failed: ${message}`)
}

import { createHash } from 'node:crypto'
import type { Circuit, CircuitRules } from './circuit.ts'

/**
 * A gap is shortened by a share between these two, so that circuits that opened together do not stay in step. Ten minutes hold ten gaps
 * of the shortest kind; after one of the longest, three seconds of a minute are left to catch up.
 */
const minShortening = 1 / 20
const maxShortening = 1 / 12

/**
 * How long an open circuit waits before the next probe, in ms. The gap is a tenth of the time for which the circuit has been open: an
 * outage lasts at most a tenth longer than the ERP needs, and ten minutes hold no more than ten probes. Rejected credentials are tried
 * more and more rarely, because an ERP locks accounts after some wrong logins: each gap is twice as long as the one before.
 */
export function probeGapMs(
  connectionId: string,
  { openedAt, failedProbes, code }: Pick<Circuit, 'openedAt' | 'failedProbes' | 'code'>,
  now: Date,
  { minGapMs, maxGapMs }: CircuitRules,
): number {
  const isDoubled = code === 'setup.credentials-rejected'
  const gap = isDoubled ? minGapMs * 2 ** Math.min(failedProbes, 30) : (now.getTime() - Date.parse(openedAt)) / 10
  const jitter = createHash('sha256').update(`${connectionId} ${failedProbes}`).digest().readUInt32BE(0) / 2 ** 32
  const shortening = minShortening + (maxShortening - minShortening) * jitter
  return Math.round(Math.min(maxGapMs, Math.max(minGapMs, gap)) * (1 - shortening))
}

import type { Circuit } from '@linkspan/core'

/** The fields of a connection's hash that hold its circuit; times in ms. `circuit` itself is the phase. */
export const circuitFields = [
  'circuit',
  'circuit:failures',
  'circuit:failingSince',
  'circuit:dueSince',
  'circuit:openedAt',
  'circuit:closedAt',
  'circuit:code',
  'circuit:reason',
  'circuit:failedProbes',
  'circuit:probeAt',
  'circuit:probe',
  'circuit:probeUntil',
  'circuit:trial',
  'circuit:trialAt',
] as const

type Stored = Readonly<Record<string, string | null | undefined>>

const time = (text: string | null | undefined): string => new Date(Number(text ?? 0)).toISOString()

/** Reads a circuit from the hash of its connection. Undefined if the ERP can be worked with and everything is caught up. */
export function toCircuit(stored: Stored): Circuit | undefined {
  const { circuit: phase } = stored
  if (phase !== 'open' && phase !== 'half-open' && phase !== 'closed') return undefined
  return {
    phase,
    failingSince: time(stored['circuit:dueSince'] ?? stored['circuit:openedAt']),
    openedAt: time(stored['circuit:openedAt']),
    closedAt: phase === 'closed' ? time(stored['circuit:closedAt']) : null,
    code: stored['circuit:code'] ?? '',
    reason: stored['circuit:reason'] ?? '',
    failures: Number(stored['circuit:failures'] ?? 0),
    failedProbes: Number(stored['circuit:failedProbes'] ?? 0),
    nextProbeAt: time(stored['circuit:probeAt']),
    isProbing: phase === 'open' && Boolean(stored['circuit:probe']),
    trial: stored['circuit:trial'] ? { runId: stored['circuit:trial'], since: time(stored['circuit:trialAt']) } : null,
  }
}

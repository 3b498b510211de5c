import type { Language } from '../kernel/language.ts'
import type { Slot } from './slot.ts'

/** Why a due time was skipped, as slots are stored and told. */
export const skipReasons = {
  circuitOpen: 'circuit open',
  switchedOff: 'It was switched off before it ran',
  changed: 'Its schedule was changed before it ran',
  pausedUntil: (at: string) => `Its schedule was paused until ${at}`,
  connectionWas: (status: string) => `The connection was "${status}"`,
} as const

const german: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^circuit open$/, () => 'Mit dem ERP ließ sich nicht arbeiten'],
  [/^It was switched off before it ran$/, () => 'Er wurde abgeschaltet, bevor er lief'],
  [/^Its schedule was changed before it ran$/, () => 'Der Zeitplan wurde geändert, bevor er lief'],
  [/^Its schedule was paused until (.+)$/, (at) => `Der Zeitplan war bis ${at} angehalten`],
  [/^The connection was "(.+)"$/, (status) => `Die Verbindung war „${status}“`],
]

/** The slot with its reason in a language; a reason of an earlier version stays as it is. */
export function slotIn(language: Language, slot: Slot): Slot {
  const { reason } = slot
  if (reason === undefined || language === 'en') return slot
  for (const [pattern, told] of german) {
    const found = pattern.exec(reason)
    if (found) return { ...slot, reason: told(found[1] ?? '') }
  }
  return slot
}

import { germanSkipReason } from '../kernel/german/skip-reasons.ts'
import type { Language } from '../kernel/language.ts'
import type { Slot } from './slot.ts'

/** Why a due time was skipped, as slots are stored and told. */
export const skipReasons = {
  /** Operators search for these words. */
  circuitOpen: 'circuit open',
  switchedOff: 'It was switched off before it ran',
  changed: 'Its schedule was changed before it ran',
  pausedUntil: (at: string) => `Its schedule was paused until ${at}`,
  connectionWas: (status: string) => `The connection was "${status}"`,
} as const

/** The slot with its reason in a language. */
export const slotIn = (language: Language, slot: Slot): Slot =>
  slot.reason === undefined || language === 'en' ? slot : { ...slot, reason: germanSkipReason(slot.reason) }

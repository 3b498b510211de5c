import type { Slot } from '../../api/names.ts'

/** The signs of the fates; each stands beside its word, or has it as its name. */
export const slotMarks: Readonly<Record<Slot['state'], string>> = { ran: '✓', joined: '━', caught_up: '↻', skipped: '⤼' }

import { texts } from '../texts/texts.ts'
import type { Shown } from './run-words.ts'

const marks = { pending: 'wait', delivered: 'ok', failed: 'error' } as const

/** How a delivery is shown, of an event or of a notification. */
export const shownDelivery = (status: keyof typeof marks): Shown => ({ mark: marks[status], word: texts.webhooks.statuses[status] })

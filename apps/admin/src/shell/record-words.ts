import type { Journey, RecordState } from '../api/names.ts'
import type { Mark } from '../parts/state-mark/state-mark.tsx'
import { texts } from '../texts/texts.ts'
import type { Shown } from './run-words.ts'

const stateMarks = {
  pending: 'wait',
  in_flight: 'run',
  uncertain: 'unsure',
  synced: 'ok',
  conflict: 'clash',
  error: 'error',
  deleted: 'idle',
} as const satisfies Record<RecordState | 'deleted', Mark>

/** How the state of a record is shown. */
export const shownRecord = (status: RecordState | 'deleted'): Shown => ({ mark: stateMarks[status], word: texts.recordStatus[status] })

type Kind = Journey['events'][number]['kind']

const kindMarks = {
  written: 'idle',
  waited: 'wait',
  sent: 'run',
  uncertain: 'unsure',
  accepted: 'ok',
  found: 'ok',
  requeued: 'wait',
  refused: 'error',
  echo: 'ok',
  read: 'ok',
  changed: 'idle',
  status: 'idle',
  conflict: 'clash',
  decided: 'ok',
  deleted: 'idle',
} as const satisfies Record<Kind, Mark>

export const shownEvent = (kind: Kind): Shown => ({ mark: kindMarks[kind], word: texts.journey.kinds[kind] })

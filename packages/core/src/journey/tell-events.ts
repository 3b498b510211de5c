import type { OutboxEntry } from '../outbox/entry.ts'
import type { ERPRecord, RecordStep } from '../records/record-store.ts'
import { type JourneyEvent, type JourneyKind, journeyKinds } from './journey.ts'
import type { EventFacts, JourneyTexts } from './texts/texts.ts'

/** What is known of a record's past, from which its events are told. */
export interface Past {
  readonly steps: readonly RecordStep[]
  /** Null if it was deleted. */
  readonly record: ERPRecord | null
  readonly entry: OutboxEntry | null
  /** The run that made the record what it is now; undefined if that is not known. */
  readonly latestRunId: string | undefined
}

/** The events of a record, oldest first. */
export function tellEvents(past: Past, texts: JourneyTexts): readonly JourneyEvent[] {
  const steps = withWaiting([...(past.steps.length > 0 ? past.steps : stepsInEntry(past.entry)), ...latestChange(past)])
  return steps.flatMap(({ at, kind, details }) => {
    const known = journeyKinds.find((name) => name === kind)
    if (known === undefined) return [] // of a newer version
    const { syncLogId } = details
    return [{ at, kind: known, words: texts.event[known](factsIn(details)), ...(typeof syncLogId === 'string' && { syncLogId }) }]
  })
}

const step = (at: string, kind: JourneyKind, details: RecordStep['details'] = {}): RecordStep => ({ at, kind, details })

/** What the entry of a record tells that was written before its steps were kept. */
function stepsInEntry(entry: OutboxEntry | null): readonly RecordStep[] {
  if (entry === null) return []
  const { changedAt, sent, reference, error } = entry
  const sentStep = sent && step(sent.at, 'sent', { attempt: sent.attempts, reference, syncLogId: sent.runId })
  const refused = entry.status === 'error' && error ? [step(sent?.at ?? changedAt, 'refused', { message: error.message })] : []
  return [step(changedAt, 'written'), ...(sentStep ? [sentStep] : []), ...refused]
}

/** The latest change of a record that only the ERP writes: the store keeps when it was, and no earlier ones. */
function latestChange({ record, entry, steps, latestRunId }: Past): readonly RecordStep[] {
  if (record === null || entry !== null || steps.some(({ at }) => at === record.updatedAt)) return []
  const details = { version: record.version, ...(latestRunId !== undefined && { syncLogId: latestRunId }) }
  return [step(record.updatedAt, record.version === 1 ? 'read' : 'changed', details)]
}

/** How long a record waited before it was sent, as an event of its own. */
function withWaiting(steps: readonly RecordStep[]): readonly RecordStep[] {
  const sorted = [...steps].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  return sorted.flatMap((one, index) => {
    const before = sorted[index - 1]
    if (one.kind !== 'sent' || !before || (before.kind !== 'written' && before.kind !== 'requeued')) return [one]
    const seconds = Math.round((Date.parse(one.at) - Date.parse(before.at)) / 100) / 10
    return [step(before.at, 'waited', { ...one.details, seconds }), one]
  })
}

function factsIn(details: RecordStep['details']): EventFacts {
  const text = (name: string) => (typeof details[name] === 'string' ? details[name] : undefined)
  const number = (name: string) => (typeof details[name] === 'number' ? details[name] : undefined)
  return {
    message: text('message'),
    reference: text('reference'),
    from: text('from'),
    to: text('to'),
    attempt: number('attempt'),
    version: number('version'),
    seconds: number('seconds'),
  }
}

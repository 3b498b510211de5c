import { expect, test } from 'vitest'
import { tellEvents } from './tell-events.ts'
import { germanJourney } from './texts/de.ts'
import { englishJourney } from './texts/en.ts'

const step = (second: number, kind: string, details: Record<string, unknown> = {}) => ({
  at: `2026-11-23T13:58:${String(second).padStart(2, '0')}.000Z`,
  kind,
  details,
})
const past = { record: null, entry: null, latestRunId: undefined }

test('an order that got no answer is told from its writing to where it was found', () => {
  const steps = [
    step(50, 'written'),
    step(52, 'sent', { attempt: 1, reference: 'SHOP-4711', syncLogId: 'log_a' }),
    step(57, 'uncertain', { message: 'connection reset', syncLogId: 'log_a' }),
    step(59, 'found', { syncLogId: 'log_b' }),
    step(59, 'made by a newer version'),
  ]
  expect(tellEvents({ ...past, steps }, englishJourney)).toEqual([
    { at: steps[0]?.at, kind: 'written', words: 'Written by the platform.' },
    { at: steps[0]?.at, kind: 'waited', words: 'Waited 2 s to be sent.', syncLogId: 'log_a' },
    { at: steps[1]?.at, kind: 'sent', words: 'Sent to the ERP, attempt 1, with the reference SHOP-4711.', syncLogId: 'log_a' },
    { at: steps[2]?.at, kind: 'uncertain', words: 'No answer that tells whether it arrived: connection reset', syncLogId: 'log_a' },
    { at: steps[3]?.at, kind: 'found', words: 'Found in the ERP by our reference, so it was not sent again.', syncLogId: 'log_b' },
  ])
  expect(tellEvents({ ...past, steps: [step(50, 'written'), step(51, 'sent')] }, germanJourney)[1]?.words).toBe(
    'Hat 1 s auf das Senden gewartet.',
  )
})

test('a status is told in words', () => {
  const steps = [step(1, 'status', { from: 'processing', to: 'partially_shipped' })]
  expect(tellEvents({ ...past, steps }, englishJourney)[0]?.words).toBe(
    'The status of the order has changed from in preparation to partly shipped.',
  )
})

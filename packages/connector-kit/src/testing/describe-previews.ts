import type { AcceptedRecord, OutgoingRecord } from '@linkspan/core/connector'
import { expect } from 'vitest'
import type { Suite } from './suite.ts'
import { controlsOf, withSink } from './with-sink.ts'

/** What the preview of every sink promises. */
export function describePreviews(suite: Suite): void {
  const { start, test } = suite

  test('a preview shows what is then sent, without any secret, and neither sends nor stores anything', async () => {
    await using fixture = await start()
    const controls = controlsOf(fixture)
    const clock = { now: () => new Date('2026-11-23T10:20:30Z') }
    const withoutSecrets = (text: string) => fixture.secrets.reduce((shown, secret) => shown.replaceAll(secret, '[redacted]'), text)

    async function compare(record: OutgoingRecord): Promise<AcceptedRecord> {
      const calls = () => fixture.writeCount?.() ?? fixture.callCount()
      const before = [calls(), new Map(fixture.state.values)]
      const preview = await withSink(suite, fixture, (sink) => sink.preview(record), { clock })
      expect([calls(), fixture.state.values]).toEqual(before)
      const outcome = await withSink(suite, fixture, (sink) => sink.write(record), { clock })
      if (preview.kind !== 'message' || outcome.kind !== 'accepted') throw new Error(JSON.stringify({ preview, outcome }))
      const { contentType, ...shown } = preview.message
      const { body, ...sent } = await controls.lastSent()
      expect(contentType).toMatch(/^\w+\/\w+/)
      expect(shown).toEqual({ ...sent, body: withoutSecrets(body) })
      return outcome.record
    }
    const known = await compare(controls.order('O-1'))
    await compare(controls.change('O-1', known))
  })

  test('a preview of a record that is refused without asking the ERP says why, as the write does', async () => {
    await using fixture = await start()
    const record = { ...controlsOf(fixture).order('O-1'), erpId: 'E-1', changed: ['lines'] }
    const preview = await withSink(suite, fixture, (sink) => sink.preview(record))
    if (preview.kind === 'refused')
      expect(await withSink(suite, fixture, (sink) => sink.write(record))).toMatchObject({ kind: 'refused', reason: preview.reason })
    else expect(preview.kind).toBe('message')
  })
}

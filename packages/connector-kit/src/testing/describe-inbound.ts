import { AppError, type InboundRequest, type InboundResult, toAppError } from '@linkspan/core/connector'
import { expect } from 'vitest'
import type { ConnectorFixture, InboundDialect } from './connector-fixture.ts'
import { receiveFor } from './open-context.ts'
import { needed, type Suite } from './suite.ts'

/** What every connector promises that takes messages of its ERP. */
export function describeInbound({ harness, start, test }: Suite): void {
  const { connector } = harness

  const receive = ({ connection }: ConnectorFixture, request: InboundRequest): Promise<InboundResult> =>
    receiveFor(connector, connection, request)

  /** Does the same for each dialect of the sender. */
  async function inEachDialect(work: (dialect: InboundDialect, fixture: ConnectorFixture) => Promise<void>): Promise<void> {
    await using fixture = await start()
    const { dialects } = needed(fixture.inbound, 'controls of what it receives')
    expect(dialects.length).toBeGreaterThan(0)
    for (const dialect of dialects) await work(dialect, fixture)
  }

  const expectNothingTaken = ({ messageId, documents }: InboundResult, words: string) =>
    expect({ messageId, documents }, words).toEqual({ messageId: null, documents: [] })

  test("a message with the right proof is taken, and answered in the sender's dialect", async () => {
    await inEachDialect(async (dialect, fixture) => {
      const { answer, messageId, documents } = await receive(fixture, dialect.message('M-1'))
      expect(answer.status, dialect.name).toBe(200)
      expect(await dialect.verdictOf(answer.body)).toBe('accepted')
      expect(messageId).not.toBeNull()
      expect(documents.length).toBeGreaterThan(0)
      for (const { dataType } of documents) expect(connector.capabilities[dataType]?.pull).toBeDefined()
    })
  })

  test('a message with a wrong proof, or none, is refused with 401, and nothing of it is taken', async () => {
    await inEachDialect(async (dialect, fixture) => {
      for (const request of [dialect.forged('M-1'), dialect.unproven('M-1')]) {
        const result = await receive(fixture, request)
        expect(result.answer.status, dialect.name).toBe(401)
        expectNothingTaken(result, dialect.name)
      }
    })
  })

  test('a message that comes again has the same name, and another one has another', async () => {
    await inEachDialect(async (dialect, fixture) => {
      const [first, again, other] = await Promise.all(['M-1', 'M-1', 'M-2'].map((id) => receive(fixture, dialect.message(id))))
      expect(again?.messageId, dialect.name).toBe(first?.messageId)
      expect(again?.documents).toEqual(first?.documents)
      expect(other?.messageId).not.toBe(first?.messageId)
    })
  })

  test("a message that lacks what it must say is refused in the sender's dialect", async () => {
    await inEachDialect(async (dialect, fixture) => {
      const result = await receive(fixture, dialect.meaningless('M-1'))
      expectNothingTaken(result, dialect.name)
      expect(await dialect.verdictOf(result.answer.body), dialect.name).toBe('refused')
    })
  })

  /** What becomes of a body with the right headers: nothing may be taken, and a failure is the sender's. */
  async function expectRefused(fixture: ConnectorFixture, request: InboundRequest, words: string): Promise<AppError | null> {
    const outcome = await receive(fixture, request).catch((thrown: unknown) => toAppError(thrown))
    if (outcome instanceof AppError) {
      expect(outcome.kind, `${words}: ${outcome.message}`).toBe('request')
      return outcome
    }
    expect(outcome.answer.status, words).toBeGreaterThanOrEqual(400)
    expectNothingTaken(outcome, words)
    return null
  }

  test('garbage is refused as a fault of the sender', async () => {
    await inEachDialect(async (dialect, fixture) => {
      const message = dialect.message('M-1')
      const bodies = [
        '',
        ' ',
        '{"json":true}',
        '<html><body>Sign in</body></html>',
        '\u0000\u0001',
        '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
      ]
      const binary = Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x80, 0x81])
      for (const body of [...bodies.map((text) => Buffer.from(text)), binary])
        await expectRefused(fixture, { ...message, body }, `${dialect.name}, ${body.toString('latin1')}`)
    })
  })

  test('a message that is cut off anywhere is refused', async () => {
    await inEachDialect(async (dialect, fixture) => {
      const message = dialect.message('M-1')
      const whole = Buffer.from(message.body).toString('utf8').trimEnd()
      for (let length = 0; length < whole.length; length += 7)
        await expectRefused(fixture, { ...message, body: Buffer.from(whole.slice(0, length)) }, `${dialect.name}, ${length} characters`)
    })
  })

  test('a message that is too long is refused as such', async () => {
    await inEachDialect(async (dialect, fixture) => {
      const message = dialect.message('M-1')
      const padding = `<!--${'x'.repeat(20_000_000)}-->`
      const error = await expectRefused(
        fixture,
        { ...message, body: Buffer.concat([Buffer.from(message.body), Buffer.from(padding)]) },
        dialect.name,
      )
      expect(error?.code, dialect.name).toBe('request.too-large')
    })
  })

  test('no credential is in an answer, a document or an error', async () => {
    await inEachDialect(async (dialect, fixture) => {
      const requests = [dialect.message('M-1'), dialect.forged('M-1'), dialect.unproven('M-1'), dialect.meaningless('M-1')]
      for (const request of requests) {
        const told = JSON.stringify(await receive(fixture, request).catch((thrown: unknown) => toAppError(thrown)))
        for (const secret of fixture.secrets) expect(told).not.toContain(secret)
      }
    })
  })
}

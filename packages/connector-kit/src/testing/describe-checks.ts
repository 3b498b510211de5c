import type { CheckStep, Fields, Session } from '@linkspan/core/connector'
import { isFields, toAppError } from '@linkspan/core/connector'
import { expect } from 'vitest'
import { valueAt } from '../fields/dot-path.ts'
import { logCapture, openFor } from './open-context.ts'
import { openSession } from './pull-as-runs.ts'
import type { Suite } from './suite.ts'

interface Found {
  readonly name: string
  readonly words: string
  readonly code: string | null
}

/** Settings with a value at a path. */
const withValue = (settings: Fields, [name = '', ...rest]: readonly string[], value: unknown): Fields => {
  const inner = settings[name]
  return { ...settings, [name]: rest.length === 0 ? value : withValue(isFields(inner) ? inner : {}, rest, value) }
}

const attempt = ({ name, run }: CheckStep): Promise<Found> =>
  run().then(
    (words) => ({ name, words, code: null }),
    (thrown: unknown) => {
      const { code, message } = toAppError(thrown)
      return { name, words: message, code }
    },
  )

/** Runs the steps as a connection test does: up to the first essential one that fails. */
async function runChecks(session: Session): Promise<Found[]> {
  const found: Found[] = []
  for (const step of session.checks()) {
    const result = await attempt(step)
    found.push(result)
    if (result.code !== null && step.essential) break
  }
  return found
}

/** What the connection test of every connector promises. */
export function describeChecks({ harness, start, test }: Suite): void {
  const { connector } = harness

  test('opening a session and listing its checks calls nobody', async () => {
    await using fixture = await start()
    await using session = await openSession(harness, fixture)
    session.checks()
    expect(fixture.callCount()).toBe(0)
    expect(fixture.openConnections()).toBe(0)
  })

  test('each check says what it found', async () => {
    await using fixture = await start()
    await using session = await openSession(harness, fixture)
    const found = await runChecks(session)
    expect(found.map(({ name }) => name)).toEqual(fixture.checks)
    expect(found.map(({ code }) => code)).toEqual(found.map(() => null))
    for (const { words } of found) expect(words.length).toBeGreaterThan(10)
    if (found.some(({ name }) => name === 'TCP/TLS')) expect(found[1]?.words).toContain('not encrypted')
  })

  test('rejected credentials are named by the check of the login', async () => {
    await using fixture = await start()
    await using session = await openFor(connector, fixture.rejected)
    expect((await runChecks(session)).at(-1)).toMatchObject({ name: 'Authentication', code: 'setup.credentials-rejected' })
  })

  test('a host that cannot be reached is named by the check of the connection', async () => {
    await using fixture = await start()
    await fixture.stop()
    await using session = await openSession(harness, fixture)
    const last = (await runChecks(session)).at(-1)
    expect(last).toMatchObject({ name: expect.stringMatching(/^TCP/), code: 'remote.unreachable' })
  })

  test('a private address is called by no check and no pull if the policy forbids it', async () => {
    await using fixture = await start()
    await using session = await openSession(harness, fixture, { outbound: { allowPrivate: false } })
    const { essential } = session.checks()[0] as CheckStep
    expect([(await runChecks(session)).at(-1)?.code, essential]).toEqual(['setup.address-forbidden', true])
    for (const step of session.checks().filter(({ essential }) => essential))
      expect(await attempt(step)).toMatchObject({ code: 'setup.address-forbidden' })
    expect(fixture.callCount()).toBe(0)
  })

  test('the check of the login waits for its permit', async () => {
    await using fixture = await start()
    let isAllowed = false
    const acquireCall = async () => {
      expect(fixture.callCount()).toBe(0)
      isAllowed = true
      throw new Error('There is no permit today')
    }
    await using session = await openSession(harness, fixture, { acquireCall })
    const login = session.checks().find(({ name }) => name === 'Authentication') as CheckStep
    expect((await attempt(login)).code).not.toBeNull()
    expect([isAllowed, fixture.callCount()]).toEqual([true, 0])
  })

  test('the values that the ERP has for a setting are listed while it is not set, and it can be set to each', async () => {
    for (const field of Object.keys(connector.choices ?? {})) {
      await using fixture = await start()
      const whole = fixture.connection.settings ?? {}
      const chosen = valueAt(whole, field)
      const { [field.split('.')[0] ?? '']: _, ...settings } = whole
      await using session = await openFor(connector, { ...fixture.connection, settings })
      const choices = (await session.choices?.(field)) ?? []
      expect(choices.length, field).toBeGreaterThan(0)
      if (chosen !== undefined) expect(choices.map(({ value }) => value)).toContain(chosen)
      for (const { value, label } of choices) {
        expect(label).not.toBe('')
        const [alone, listed] = [value, [value]].map((given) => connector.settings.safeParse(withValue(whole, field.split('.'), given)))
        expect([valueAt((alone?.data ?? listed?.data) as Fields, field)].flat()).toEqual([value])
      }
    }
  })

  test('no credential is in what the checks say, log or report', async () => {
    await using fixture = await start()
    const { logger, lines } = logCapture()
    const overrides = { logger, onCall: (call: object) => void lines.push(JSON.stringify(call)) }
    for (const connection of [fixture.connection, fixture.rejected]) {
      await using session = await openFor(connector, connection, overrides)
      for (const found of await runChecks(session)) lines.push(JSON.stringify(found))
    }
    for (const secret of fixture.secrets) expect(lines.join('\n')).not.toContain(secret)
  })
}

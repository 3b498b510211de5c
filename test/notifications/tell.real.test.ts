import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChat } from './chat.ts'
import { closed, openIncident } from './incident.ts'
import { type NotificationHarness, startNotificationHarness, until } from './notification-harness.ts'

let harness: NotificationHarness
beforeAll(async () => {
  harness = await startNotificationHarness()
  harness.startWorker()
})
afterAll(() => harness[Symbol.asyncDispose]())

const mailsTo = (address: string) => harness.mail.mails.filter(({ to }) => to.includes(address))

test('each route tells its own clients, severities and languages', async () => {
  const [north, south] = [await harness.connect('North', 'north'), await harness.connect('South', 'south')]
  await using chat = await startChat()
  await using program = await startChat()
  await harness.createRoute('slack', chat.url, { scope: { clientIds: ['south'] }, language: 'de' })
  const { secret } = await harness.createRoute('webhook', program.url, {
    scope: { connectionIds: [north, south] },
    minSeverity: 'critical',
  })
  await harness.announce(openIncident(harness, north, { severity: 'critical' }))
  await harness.announce(openIncident(harness, south, { severity: 'warning', cause: 'conflict.waiting' }))
  await until(() => chat.messages.length === 1 && program.messages.length === 1)
  await harness.settled()
  expect(chat.messages).toHaveLength(1)
  expect(chat.messages[0]).toContain('Konflikte warten auf eine Entscheidung. Betroffen: Bestellungen des Kunden south (Verbindung South)')
  expect(new Webhook(secret ?? '').verify(program.messages[0] ?? '', program.headers[0] as Record<string, string>)).toMatchObject({
    type: 'notification',
    data: { incidents: [{ news: 'opened', incident: { connectionId: north }, clientIds: ['north'] }] },
  })
})

test('an outage is told once by mail, and its end an hour later in the same thread', async () => {
  const connection = await harness.connect('SAP Production', 'acme')
  const route = await harness.createRoute('email', 'mia@ops.example')
  const incident = openIncident(harness, connection)
  await harness.announce(incident)
  await until(() => mailsTo('mia@ops.example').length === 1)
  const [first] = mailsTo('mia@ops.example')
  const line = first?.text.split('\n')[0] ?? ''
  expect(line).toMatch(
    /^The ERP cannot be reached\. It concerns orders of client acme \(connection SAP Production\)\. Who acts: the people who run the ERP\. Since /,
  )
  expect(line).toContain(`https://linkspan.example/admin/incidents/${incident.id}`)

  for (let minute = 0; minute < 10; minute += 1) {
    harness.pass(1)
    await harness.announce({ ...incident, occurrences: minute + 2 })
  }
  await harness.announce(closed(harness, incident))
  await harness.settled()
  expect(mailsTo('mia@ops.example')).toHaveLength(1)
  harness.pass(51)
  await until(() => mailsTo('mia@ops.example').length === 2)
  const second = mailsTo('mia@ops.example')[1]
  expect(second?.text).toMatch(/^It is over: The ERP cannot be reached\./)
  expect(second).toMatchObject({ inReplyTo: first?.messageId, references: first?.messageId, subject: `Re: ${first?.subject}` })
  expect(await harness.deliveries(route.id)).toMatchObject([
    { kind: 'closed', status: 'delivered', attempts: [{ ok: true, status: 250 }] },
    {
      kind: 'opened',
      status: 'delivered',
      incidentIds: [incident.id],
      attempts: [{ ok: true, status: 250, answer: expect.stringContaining('Queued') }],
    },
  ])
})

test('a cause that comes and goes is told once within the pause, also as a new incident', async () => {
  const connection = await harness.connect('Flapping')
  await harness.createRoute('email', ['flap@ops.example'], { scope: { connectionIds: [connection] } })
  for (let round = 0; round < 10; round += 1) {
    const incident = openIncident(harness, connection)
    await harness.announce(incident)
    await harness.settled()
    await harness.announce(closed(harness, incident))
    await harness.settled()
    harness.pass(4)
  }
  const last = openIncident(harness, connection)
  await harness.announce(last)
  await harness.settled()
  expect(mailsTo('flap@ops.example')).toHaveLength(1)
  harness.pass(20)
  await until(() => mailsTo('flap@ops.example').length === 2)
  expect(mailsTo('flap@ops.example')[1]?.text).toMatch(/^Again: The ERP cannot be reached\./)
  expect(mailsTo('flap@ops.example')[1]?.text).toContain(last.id)
})

test('quiet hours hold a warning until they end, and let through what is critical', async () => {
  const connection = await harness.connect('Quiet')
  const now = harness.clock.now().toISOString().slice(11, 16)
  const end = new Date(harness.clock.now().getTime() + 3 * 3_600_000).toISOString().slice(11, 16)
  await using chat = await startChat()
  await harness.createRoute('teams', chat.url, {
    scope: { connectionIds: [connection] },
    quietHours: { from: now, to: end, timezone: 'UTC' },
  })
  await harness.announce(openIncident(harness, connection, { severity: 'warning', cause: 'conflict.waiting' }))
  await harness.announce(openIncident(harness, connection, { severity: 'critical', cause: 'freshness.late' }))
  await until(() => chat.messages.length === 1)
  await harness.settled()
  expect(chat.messages).toEqual([expect.stringContaining('The data are late')])
  harness.pass(180)
  await until(() => chat.messages.length === 2)
  expect(chat.messages[1]).toContain('Conflicts wait')
})

test('a digest comes at the full hour with everything, also with what is over', async () => {
  const connection = await harness.connect('Digest')
  const route = await harness.createRoute('email', 'digest@ops.example', { scope: { connectionIds: [connection] }, digest: 'hourly' })
  const over = openIncident(harness, connection, { cause: 'remote.timeout' })
  await harness.announce(over)
  await harness.announce(openIncident(harness, connection, { cause: 'freshness.late' }))
  await harness.announce(closed(harness, over))
  await harness.settled()
  expect(mailsTo('digest@ops.example')).toEqual([])
  harness.pass(60)
  await until(() => mailsTo('digest@ops.example').length === 1)
  const [mail] = mailsTo('digest@ops.example')
  expect(mail?.subject).toBe('Linkspan: 2 incidents: 1 critical, 1 over')
  expect(mail?.text).toMatch(/- The data are late\.[\s\S]*- It is over: The ERP took too long\./)
  await harness.settled()
  expect(await harness.deliveries(route.id)).toMatchObject([{ kind: 'digest', status: 'delivered' }])
})

test('a snoozed incident is told when its time comes, if it is still open', async () => {
  const connection = await harness.connect('Snoozed')
  await harness.createRoute('email', 'snooze@ops.example', { scope: { connectionIds: [connection] } })
  const snoozedUntil = new Date(harness.clock.now().getTime() + 2 * 3_600_000).toISOString()
  await harness.announce(openIncident(harness, connection, { snoozedUntil }))
  await harness.settled()
  expect(mailsTo('snooze@ops.example')).toEqual([])
  harness.pass(121)
  await until(() => mailsTo('snooze@ops.example').length === 1)
})

test('with several workers each incident is told once by each route', async () => {
  const connection = await harness.connect('Many')
  await harness.createRoute('email', 'many@ops.example', { scope: { connectionIds: [connection] } })
  harness.startWorker()
  harness.startWorker()
  const causes = ['remote.timeout', 'remote.unavailable', 'setup.permission-missing', 'file.missing', 'run.incomplete'] as const
  await Promise.all(causes.map((cause) => harness.announce(openIncident(harness, connection, { cause }))))
  await until(() => mailsTo('many@ops.example').length === causes.length)
  await harness.settled()
  expect(new Set(mailsTo('many@ops.example').map(({ messageId }) => messageId)).size).toBe(causes.length)
  expect(mailsTo('many@ops.example')).toHaveLength(causes.length)
})

import { type AddressInfo, createServer } from 'node:net'
import { AppError, systemClock } from '@linkspan/core'
import { findFreePort, startMailServer } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { message, outgoing } from '../testing/outgoing.ts'
import { createMailChannel } from './mail-channel.ts'

const from = 'Linkspan <linkspan@ops.example>'
const open = (smtpUrl: string | null, timeoutMs = 5000) => createMailChannel({ smtpUrl, from, clock: systemClock, timeoutMs })
const to = ['mia@ops.example', 'tom@ops.example']

/** The error of a mail that must not be taken. */
async function failure(smtpUrl: string | null, timeoutMs?: number): Promise<AppError> {
  using mail = open(smtpUrl, timeoutMs)
  const thrown = await mail.send(to, outgoing()).then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof AppError)) throw new Error(`No AppError: ${String(thrown)}`)
  return thrown
}

test('a mail goes to all addresses, as text and as HTML, and its first line holds the link', async () => {
  await using server = await startMailServer()
  using mail = open(server.url)
  expect(await mail.send(to, outgoing())).toMatchObject({ status: 250, answer: expect.stringContaining('Queued') })
  const [caught] = server.mails
  expect(caught).toMatchObject({ to, subject: message.subject, messageId: '<inc_1.route_1@ops.example>', inReplyTo: null })
  expect(caught?.from).toContain('linkspan@ops.example')
  expect(caught?.headers).toMatchObject({ 'auto-submitted': 'auto-generated' })
  expect(caught?.text.split('\n')[0]).toBe(`${message.firstLine} ${message.link?.url}`)
  expect(caught?.html).toContain('&quot;A &amp; B &lt;Nord&gt;&quot;')
  expect(caught?.html).not.toContain('<b>Host')
  expect(caught?.html.match(/href=/g)).toHaveLength(1)
})

test('the messages about one incident are one thread', async () => {
  await using server = await startMailServer()
  using mail = open(server.url)
  await mail.send(to, outgoing())
  await mail.send(to, outgoing({ deliveryId: 'note_2', thread: { id: 'inc_1.route_1', isFirst: false } }))
  const [first, second] = server.mails
  expect(second).toMatchObject({
    subject: `Re: ${first?.subject}`,
    messageId: '<note_2@ops.example>',
    inReplyTo: first?.messageId,
    references: first?.messageId,
  })
})

test('one attempt after the other has the same Message-ID', async () => {
  await using server = await startMailServer()
  using mail = open(server.url)
  server.refuse({ at: 'data', code: 451, text: '4.3.0 Try again' })
  await expect(mail.send(to, outgoing())).rejects.toMatchObject({ code: 'channel.unavailable' })
  server.refuse(null)
  await mail.send(to, outgoing())
  await mail.send(to, outgoing())
  expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(1)
})

test('names with line breaks add no header', async () => {
  await using server = await startMailServer()
  using mail = open(server.url)
  await mail.send(to, outgoing({ message: { ...message, subject: 'Linkspan\r\nBcc: eve@evil.example\r\n\r\nhello' } }))
  expect(server.mails[0]?.headers.bcc).toBeUndefined()
  expect(server.mails[0]?.to).toEqual(to)
})

test('an address that is refused is named, and the others get their mail', async () => {
  await using server = await startMailServer()
  server.refuse({ at: 'to', code: 550, text: '5.1.1 No such user', recipient: 'tom@ops.example' })
  using mail = open(server.url)
  const { answer } = await mail.send(to, outgoing())
  expect(answer).toMatch(/refused: tom@ops\.example \(550 .*No such user\)/)
  expect(server.mails[0]?.to).toEqual(['mia@ops.example'])
})

test.each([
  ['a server that says 4xx may take it later', { at: 'from', code: 421, text: '4.3.2 Closing' }, 'channel.unavailable', 421],
  ['greylisting may pass', { at: 'to', code: 450, text: '4.2.0 Greylisted' }, 'channel.unavailable', 450],
  ['a refused recipient is refused', { at: 'to', code: 550, text: '5.1.1 No such user' }, 'channel.refused', 550],
  ['a refused sender is refused', { at: 'from', code: 553, text: '5.1.8 Sender unknown' }, 'channel.refused', 553],
  ['a refused mail is refused', { at: 'data', code: 554, text: '5.7.1 Spam' }, 'channel.refused', 554],
] as const)('%s', async (_, refusal, code, status) => {
  await using server = await startMailServer()
  server.refuse(refusal)
  const error = await failure(server.url)
  expect(error).toMatchObject({ code, details: { status, answer: expect.stringContaining(refusal.text) } })
  expect(error.message).toContain(`127.0.0.1:${server.port}`)
})

test('wrong credentials are named as such, and never shown', async () => {
  await using server = await startMailServer({ login: { user: 'linkspan', password: 'right' } })
  const error = await failure(`smtp://linkspan:wrong-secret@127.0.0.1:${server.port}`)
  expect(error).toMatchObject({ code: 'channel.credentials-rejected', details: { status: 535 } })
  expect(JSON.stringify(error)).not.toContain('wrong-secret')
  using mail = open(`smtp://linkspan:right@127.0.0.1:${server.port}`)
  expect(await mail.send(to, outgoing())).toMatchObject({ status: 250 })
})

test('a certificate that is not trusted, no TLS where it is required, and TLS to a server without it are one kind of failure', async () => {
  await using selfSigned = await startMailServer({ tls: 'starttls' })
  await using plain = await startMailServer()
  expect(await failure(selfSigned.url)).toMatchObject({ code: 'channel.insecure' })
  expect(await failure(`${plain.url}?requireTLS=true`)).toMatchObject({ code: 'channel.insecure' })
  expect(await failure(`smtps://127.0.0.1:${plain.port}`)).toMatchObject({ code: 'channel.insecure' })
})

test('a name that nobody knows, a closed port and a silent server cannot be reached', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as AddressInfo
  expect(await failure('smtp://mail.invalid')).toMatchObject({ code: 'channel.unreachable' })
  expect(await failure(`smtp://127.0.0.1:${await findFreePort()}`)).toMatchObject({ code: 'channel.unreachable' })
  expect(await failure(`smtp://127.0.0.1:${port}`, 300)).toMatchObject({ code: 'channel.unreachable' })
  silent.close()
})

test('without a mail server it says which setting is missing', async () => {
  expect(await failure(null)).toMatchObject({ code: 'channel.unset', message: expect.stringContaining('SMTP_URL') })
})

import { createServer, connect as dial } from 'node:net'
import { openFor } from '@linkspan/connector-kit/testing/open-context'
import ssh2, { type SFTPWrapper } from 'ssh2'
import { expect, test } from 'vitest'
import { fingerprintOf } from '../connection/login.ts'
import { sftp } from '../connector.ts'
import { type Pulled, pullAll } from '../testing/sftp-fixture.ts'
import { startSshServer } from '../testing/ssh-server.ts'

const account = { method: 'password', password: 'correct horse' } as const
const { STATUS_CODE } = ssh2.utils.sftp
const text = 'sku,name\nA1,Mug\nA2,Pen\n'
const files = { 'products.csv': text }
const settings = { complete: { by: 'immediately' }, after: 'leave', onError: 'leave', maxFileBytes: 200_000 }

const replace = (channel: SFTPWrapper, event: string, handler: (...given: never[]) => void) => {
  channel.removeAllListeners(event)
  channel.on(event as 'READDIR', handler as never)
}
const attributes = (size: number) => ({ mode: 0o100644, uid: 0, gid: 0, size, atime: 1_700_000_000, mtime: 1_700_000_000 })
const entry = (filename: string, size = Buffer.byteLength(text)) => ({
  filename,
  longname: `-rw-r--r-- 1 a a ${size} Nov 14 2023 ${filename}`,
  attrs: attributes(size) as never,
})

/** Pulls products from a server that is hostile in this way, in at most 20 s for each operation. */
async function pullFrom(hostility: (channel: SFTPWrapper) => void, through = (port: number) => Promise.resolve(port)): Promise<Pulled> {
  await using server = await startSshServer({ ...account, files, hostility })
  const credentials = {
    sftpHost: server.host,
    sftpPort: await through(server.port),
    sftpUsername: 'acme',
    sftpPassword: account.password,
    sftpHostFingerprint: fingerprintOf(server.hostKey),
  }
  await using session = await openFor(sftp, { credentials, settings }, { timeoutMs: 20_000 })
  return await pullAll(session, 'products')
}

test('a listing that never ends is refused before it fills the memory', async () => {
  const names = Array.from({ length: 500 }, (_, at) => entry(`products_${at}_${'x'.repeat(200)}.csv`))
  const { failure } = await pullFrom((channel) => replace(channel, 'READDIR', (id: number) => channel.name(id, names)))
  expect(failure).toMatchObject({ code: 'setup.request-refused', message: expect.stringContaining('move old files away') })
})

test('names that lead out of the folder are never opened', async () => {
  const opened: string[] = []
  const hostile = [
    '../products.csv',
    '..',
    '.',
    '/etc/products.csv',
    'a/products.csv',
    '..\\products.csv',
    'products\0.csv',
    'products\n.csv',
    'products\r.csv',
    'products\u001b[2J.csv',
    'products\u007f.csv',
    'products\u0085.csv',
    'products\u2028.csv',
    '',
  ]
  const { ids, failure } = await pullFrom((channel) => {
    let isListed = false
    replace(channel, 'READDIR', (id: number) => {
      if (isListed) return channel.status(id, STATUS_CODE.EOF)
      isListed = true
      return channel.name(
        id,
        [...hostile, 'products.csv'].map((name) => entry(name)),
      )
    })
    for (const event of ['STAT', 'LSTAT', 'FSTAT'])
      replace(channel, event, (id: number) => channel.attrs(id, attributes(Buffer.byteLength(text)) as never))
    channel.on('OPEN', (_, path) => void opened.push(path))
  })
  expect(failure).toBeUndefined()
  expect(new Set(opened)).toEqual(new Set(['/products.csv']))
  expect(ids).toEqual(['A1', 'A2'])
})

test('a file that never ends is refused once it is larger than any file may be', async () => {
  const lines = Buffer.from('A1,Mug\n'.repeat(4000))
  const { failure } = await pullFrom((channel) =>
    replace(channel, 'READ', (id: number, _: Buffer, offset: number, length: number) => {
      channel.data(id, offset === 0 ? Buffer.from(text) : lines.subarray(0, length))
    }),
  )
  expect(failure?.message).toContain('gave more than the 200000')
})

test.each([
  [10_000_000_000, 'file.unreadable', 'it has 10000000000 bytes, but settings.maxFileBytes is 200000'],
  [100_000, 'remote.cut-short', `the server ended it after ${text.length} of 100000 bytes`],
])('a file that ends before the %i bytes that the server announces is not taken for the whole', async (announced, code, words) => {
  const { ids, failure } = await pullFrom((channel) => {
    let isListed = false
    replace(channel, 'READDIR', (id: number) => {
      if (isListed) return channel.status(id, STATUS_CODE.EOF)
      isListed = true
      return channel.name(id, [entry('products.csv', announced)])
    })
    for (const event of ['STAT', 'LSTAT', 'FSTAT'])
      replace(channel, event, (id: number) => channel.attrs(id, attributes(announced) as never))
  })
  expect(failure?.message).toContain(words)
  expect(failure).toMatchObject({ code })
  expect(ids).toEqual([])
})

test('more or fewer bytes in an answer than were asked for neither break the process nor falsify rows', async () => {
  const bytes = Buffer.from(text)
  const { ids } = await pullFrom((channel) =>
    replace(channel, 'READ', (id: number, _: Buffer, offset: number) => {
      if (offset >= bytes.length) return channel.status(id, STATUS_CODE.EOF)
      return channel.data(id, bytes.subarray(offset, offset + 3))
    }),
  )
  expect(ids).toEqual(['A1', 'A2'])
})

test('a connection that is cut after any number of bytes ends in an error, and never in fewer rows', async () => {
  for (const cutAt of [20, 1500, 2600, 3100, 3500, 3700]) {
    let port = 0
    const proxy = createServer((near) => {
      const far = dial(port, '127.0.0.1')
      let sent = 0
      const end = () => void [near, far].map((socket) => socket.destroy())
      for (const socket of [near, far]) socket.on('error', end).on('close', end)
      near.pipe(far)
      far.on('data', (chunk) => {
        near.write(chunk.subarray(0, Math.max(0, cutAt - sent)))
        sent += chunk.length
        if (sent >= cutAt) near.end()
      })
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const through = async (to: number): Promise<number> => {
      port = to
      return (proxy.address() as { readonly port: number }).port
    }
    const { ids, failure } = await pullFrom(() => {}, through).finally(() => proxy.close())
    expect([failure === undefined, failure?.code ?? ids], `${cutAt} bytes`).toEqual(
      failure === undefined ? [true, ['A1', 'A2']] : [false, expect.stringMatching(/^(remote|setup)\./)],
    )
  }
})

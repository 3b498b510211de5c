import { appendFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { unlimited } from '@linkspan/connector-kit/testing/open-context'
import { systemClock } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { createSftpConnection } from '../connection/connection.ts'
import { SftpCredentials } from '../connection/credentials.ts'
import { createFolders, type Folders } from '../connection/folders.ts'
import { planFor, SftpSettings } from '../settings.ts'
import { productRows, type SftpFixture, startSftpFixture } from '../testing/sftp-fixture.ts'
import { hashUpTo } from './content-hash.ts'
import { createProcessedFiles } from './processed-files.ts'
import { putAway } from './put-away.ts'

/** Puts products.csv away on a server on which `afterMove` happens right after each move. */
async function putProductsAway(fixture: SftpFixture, afterMove: (path: string) => Promise<void>) {
  const credentials = SftpCredentials.parse(fixture.credentials)
  const settings = SftpSettings.parse({})
  await using connection = createSftpConnection({
    settings,
    credentials,
    outbound: { allowPrivate: true },
    timeoutMs: 10_000,
    signal: new AbortController().signal,
    acquireCall: unlimited,
    onCall: () => {},
  })
  const folders = createFolders(connection, credentials.sftpPath)
  let moves = 0
  const slow: Folders = {
    ...folders,
    async move(...given) {
      const to = await folders.move(...given)
      if (moves++ === 0) await afterMove(to)
      return to
    },
  }
  const path = join(await folders.resolve('.'), 'products.csv')
  const file = await folders.look(path)
  if (file === null) throw new Error('There is no products.csv')
  const sha256 = (await hashUpTo(connection, path, null)).digest('hex')
  return await putAway(
    file,
    sha256,
    { folder: 'archive' },
    {
      plan: planFor(settings, 'products'),
      settings,
      connection,
      folders: slow,
      processedFiles: createProcessedFiles(fixture.state, 'products'),
      clock: systemClock,
      logger: fixture.logs.logger,
    },
  )
}

test('a file whose sender goes on writing while it is moved is moved back', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', productRows(1, 3))
  const result = await putProductsAway(fixture, (path) => appendFile(path, 'A4,Mug 4,1\n'))
  expect(result).toMatchObject({ became: 'changed', warning: expect.stringContaining('products.csv has changed while it was read') })
  expect(await fixture.files()).toEqual(['products.csv'])
})

test('a file that only gets a new time by being moved, as on servers that copy it, stays in the archive', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', productRows(1, 3), 1_700_000_000)
  const result = await putProductsAway(fixture, (path) => utimes(path, 1_700_000_009, 1_700_000_009))
  expect(result).toEqual({ became: 'away', warning: null })
  expect(await fixture.files()).toEqual(['archive/products.csv'])
})

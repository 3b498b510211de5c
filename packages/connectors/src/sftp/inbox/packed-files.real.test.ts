import { gzipSync } from 'node:zlib'
import * as openpgp from 'openpgp'
import { expect, test } from 'vitest'
import { productRows, pullAll, skus, startSftpFixture } from '../testing/sftp-fixture.ts'

test('a packed file is recognised by its name, and can be resumed after any page', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv.gz', gzipSync(productRows(1, 20)))
  const ids: string[] = []
  for (let after = null as never; ; ) {
    await using session = await fixture.open()
    const { pages, ids: some } = await pullAll(session, 'products', { after, maxPages: 1 })
    ids.push(...some)
    after = pages[0]?.next as never
    if (after === null) break
  }
  expect(ids).toEqual(skus(1, 20))
  expect(await fixture.files()).toEqual(['archive/products.csv.gz'])
})

test('an encrypted file is opened with our key; if the partner has to sign files, an unsigned one is rejected', async () => {
  await using fixture = await startSftpFixture()
  const makeKey = () =>
    openpgp.generateKey({ userIDs: [{ name: 'Test' }], type: 'ecc', format: 'object', date: new Date(Date.now() - 60_000) })
  const [ours, theirs] = await Promise.all([makeKey(), makeKey()])
  const encrypted = async (text: string, signingKeys?: openpgp.PrivateKey) =>
    Buffer.from(
      await openpgp.encrypt({
        message: await openpgp.createMessage({ text }),
        encryptionKeys: ours.publicKey,
        ...(signingKeys && { signingKeys }),
      }),
    )
  const others = { pgpPrivateKey: ours.privateKey.armor(), pgpPartnerKey: theirs.publicKey.armor() }
  const read = async (keys: object) => {
    await using session = await fixture.open({}, {}, keys)
    return await pullAll(session, 'products')
  }
  await fixture.put('products_1.csv.pgp', await encrypted(productRows(1, 3), theirs.privateKey))
  expect(await read(others)).toMatchObject({ ids: skus(1, 3) })
  await fixture.put('products_2.csv.pgp', await encrypted(productRows(4, 6)))
  expect((await read(others)).failure?.message).toContain('products_2.csv.pgp')
  await fixture.put('products_3.csv.pgp', await encrypted(productRows(7, 9), theirs.privateKey))
  expect((await read({})).failure?.message).toContain('no private key is set')
  expect((await fixture.files()).filter((path) => !path.endsWith('.json'))).toEqual([
    'archive/products_1.csv.pgp',
    'error/products_2.csv.pgp',
    'error/products_3.csv.pgp',
  ])
})

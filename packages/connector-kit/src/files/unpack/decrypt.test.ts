import * as pgp from 'openpgp'
import { beforeAll, expect, test } from 'vitest'
import { inPieces } from '../../testing/gather-rows.ts'
import { whole } from '../../testing/whole.ts'
import { UnpackingLimits } from '../limits.ts'
import { decrypt, type PgpKeys } from './decrypt.ts'

const content = 'sku,qty\n'.repeat(100_000)
const now = new Date()

const newKey = async (name: string, passphrase?: string) => {
  const options = { userIDs: [{ name, email: `${name}@example.com` }], format: 'object' as const }
  const { privateKey, publicKey } = await pgp.generateKey(passphrase ? { ...options, passphrase } : options)
  return { privateKey, publicKey, armored: privateKey.armor(), public: publicKey.armor() }
}
let ours: Awaited<ReturnType<typeof newKey>>
let older: typeof ours
let partner: typeof ours
let stranger: typeof ours
beforeAll(async () => {
  ours = await newKey('ours', 'secret')
  older = await newKey('older')
  partner = await newKey('partner')
  stranger = await newKey('stranger')
})

interface MessageOptions {
  readonly to?: typeof ours
  readonly by?: typeof ours
  readonly text?: string
  readonly config?: pgp.PartialConfig
}
const encrypted = async ({ to = ours, by, text = content, config }: MessageOptions): Promise<Buffer> => {
  const message = await pgp.createMessage({ binary: Buffer.from(text), filename: '../../etc/passwd' })
  const signed = by ? { signingKeys: by.privateKey } : {}
  return Buffer.from(await pgp.encrypt({ message, encryptionKeys: to.publicKey, ...signed, format: 'binary', ...(config && { config }) }))
}
const read = (bytes: Buffer, keys: Partial<PgpKeys> = {}, limits: object = {}) =>
  whole(
    decrypt(
      inPieces(bytes, 10_000),
      { privateKeys: [{ armored: ours.armored, passphrase: 'secret' }], now, ...keys },
      UnpackingLimits.parse(limits),
    ),
  )

test('a file is decrypted, binary or armoured, with whichever of our keys fits', async () => {
  const bytes = await encrypted({})
  expect((await read(bytes)).toString()).toBe(content)
  const armored = pgp.armor(pgp.enums.armor.message, bytes) as unknown as string
  expect((await read(Buffer.from(armored))).toString()).toBe(content)
  const both = [{ armored: older.armored }, { armored: ours.armored, passphrase: 'secret' }]
  expect((await read(bytes, { privateKeys: both })).toString()).toBe(content)
  expect((await read(await encrypted({ to: older }), { privateKeys: both })).toString()).toBe(content)
})

test.each([
  ['the older integrity protection', { aeadProtect: false }],
  ['the newer integrity protection', { aeadProtect: true }],
  ['compression', { preferredCompressionAlgorithm: pgp.enums.compression.zlib }],
])('a file signed by the partner is accepted with %s', async (_, config) => {
  const bytes = await encrypted({ by: partner, config })
  expect((await read(bytes, { partnerKeys: [stranger.public, partner.public] })).toString()).toBe(content)
})

const outcome = async (work: Promise<Buffer>) =>
  work.then(
    () => 'accepted',
    ({ code, message }) => `${code}: ${message}`,
  )

test('a file that is not signed by the partner is refused', async () => {
  expect(await outcome(read(await encrypted({}), { partnerKeys: [partner.public] }))).toMatch(/^file.untrusted: .*not signed/)
  expect(await outcome(read(await encrypted({ by: stranger }), { partnerKeys: [partner.public] }))).toMatch(/^file.untrusted: None/)
})

test('a damaged or cut file yields nothing, even if that shows only at its end', async () => {
  for (const aeadProtect of [false, true]) {
    const bytes = await encrypted({ by: partner, config: { aeadProtect } })
    const damaged = Buffer.from(bytes)
    damaged[bytes.length - 10] = (damaged[bytes.length - 10] ?? 0) ^ 1
    for (const [wrong, code] of [
      [damaged, /^file.unreadable/],
      [bytes.subarray(0, -1000), /^file.(truncated|unreadable)/],
      [bytes.subarray(0, 30), /^file.(truncated|unreadable|locked)/],
    ] as const) {
      const chunks: Buffer[] = []
      const reading = async () => {
        const keys = { privateKeys: [{ armored: ours.armored, passphrase: 'secret' }], partnerKeys: [partner.public], now }
        for await (const chunk of decrypt(inPieces(wrong, 10_000), keys, UnpackingLimits.parse({}))) chunks.push(chunk)
        return Buffer.concat(chunks)
      }
      expect(await outcome(reading())).toMatch(code)
      expect(chunks).toEqual([])
    }
  }
})

test('a file that cannot be opened reports which key is missing', async () => {
  const bytes = await encrypted({ to: older })
  expect(await outcome(read(bytes))).toMatch(/^file.locked: The file is encrypted for the PGP key [0-9a-f]{16}; ours are [0-9a-f]{16}/)
  expect(await outcome(read(bytes, { privateKeys: [] }))).toMatch(/^file.locked/)
  expect(await outcome(read(bytes, { privateKeys: [{ armored: ours.armored, passphrase: 'wrong' }] }))).toMatch(
    /^file.locked: The passphrase/,
  )
  expect(await outcome(read(bytes, { privateKeys: [{ armored: 'no key' }] }))).toMatch(/^setup.settings-invalid/)
  expect(await outcome(read(bytes, { partnerKeys: ['no key'] }))).toMatch(/^setup.settings-invalid/)
})

test('a file that is not encrypted is refused', async () => {
  expect(await outcome(read(Buffer.from(content)))).toMatch(/^file.unreadable/)
  expect(await outcome(read(Buffer.alloc(0)))).toMatch(/^file.truncated/)
  const signed = await pgp.sign({ message: await pgp.createMessage({ text: content }), signingKeys: partner.privateKey })
  expect(await outcome(read(Buffer.from(signed as string)))).toMatch(/^file.unreadable/)
})

test('a decompression bomb is refused', async () => {
  const bomb = await encrypted({ text: '\0'.repeat(40_000_000), config: { preferredCompressionAlgorithm: pgp.enums.compression.zlib } })
  expect(bomb.length).toBeLessThan(100_000)
  expect(await outcome(read(bomb))).toMatch(/^file.too-large/)
  expect(await outcome(read(bomb, {}, { maxBytes: 1_000_000, maxRatio: 10_000 }))).toMatch(/^file.too-large/)
})

test('a broken connection is not mistaken for a damaged file', async () => {
  const broken = new Error('the connection broke')
  const bytes = await encrypted({})
  const source = async function* () {
    yield bytes.subarray(0, -1000)
    throw broken
  }
  const keys = { privateKeys: [{ armored: ours.armored, passphrase: 'secret' }], now }
  await expect(whole(decrypt(source(), keys, UnpackingLimits.parse({})))).rejects.toBe(broken)
})

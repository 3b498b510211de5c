import { expect, test } from 'vitest'
import { productRows, pullAll, startSftpFixture } from '../testing/sftp-fixture.ts'

const expectedBy = { time: '06:00', zone: 'Europe/Berlin' }

async function startNights() {
  const fixture = await startSftpFixture({ files: { products: { expectedBy } } })
  let files = 0
  const pullAt = async (time: string, dryRun = false, expected = expectedBy) => {
    const settings = { files: { products: { expectedBy: expected } } }
    await using session = await fixture.open({ clock: { now: () => new Date(time) } }, settings)
    return await pullAll(session, 'products', { dryRun })
  }
  return {
    [Symbol.asyncDispose]: () => fixture[Symbol.asyncDispose](),
    comes: () => fixture.put(`products_${++files}.csv`, productRows(files, files)),
    pullAt,
    codeAfterChange: async (time: string, expected: typeof expectedBy) => (await pullAt(time, false, expected)).failure?.code,
    codeAt: async (time: string, dryRun = false) => (await pullAt(time, dryRun)).failure?.code,
  }
}

test('a nightly file that did not come is an error of that day, and a late one makes up for it', async () => {
  await using nights = await startNights()
  expect(await nights.codeAt('2026-01-10T08:00:00Z')).toBeUndefined() // the setting is new
  await nights.comes()
  expect(await nights.codeAt('2026-01-11T04:30:00Z')).toBeUndefined()
  expect(await nights.codeAt('2026-01-11T08:00:00Z')).toBeUndefined()
  expect(await nights.codeAt('2026-01-12T04:59:00Z')).toBeUndefined() // not due yet
  const { failure } = await nights.pullAt('2026-01-12T05:00:00Z')
  expect(failure).toMatchObject({
    code: 'file.missing',
    message: 'No file of products has come since 2026-01-11T05:00:00.000Z, though one is expected every day by 06:00 (Europe/Berlin)',
  })
  expect(await nights.codeAt('2026-01-12T06:00:00Z', true)).toBeUndefined()
  await nights.comes()
  expect(await nights.codeAt('2026-01-12T09:00:00Z')).toBeUndefined()
  expect(await nights.codeAt('2026-01-12T10:00:00Z')).toBeUndefined()
  expect(await nights.codeAt('2026-01-13T06:00:00Z')).toBe('file.missing') // the late file was that of the day before
})

test('one sync a day after the deadline reads the file of that day', async () => {
  await using nights = await startNights()
  expect(await nights.codeAt('2026-01-10T08:00:00Z')).toBeUndefined()
  for (const day of [11, 12]) {
    await nights.comes()
    expect(await nights.codeAt(`2026-01-${day}T08:00:00Z`)).toBeUndefined()
  }
  expect(await nights.codeAt('2026-01-13T08:00:00Z')).toBe('file.missing')
})

test('another time counts from its next occurrence on', async () => {
  await using nights = await startNights()
  await nights.comes()
  expect(await nights.codeAt('2026-01-10T04:30:00Z')).toBeUndefined()
  const later = { time: '07:00', zone: 'Europe/Berlin' }
  expect(await nights.codeAfterChange('2026-01-10T08:00:00Z', later)).toBeUndefined()
  expect(await nights.codeAfterChange('2026-01-11T05:30:00Z', later)).toBeUndefined()
  expect(await nights.codeAfterChange('2026-01-11T08:00:00Z', later)).toBe('file.missing')
})

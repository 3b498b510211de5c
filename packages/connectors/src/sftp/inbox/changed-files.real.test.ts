import { appendFile, utimes, writeFile } from 'node:fs/promises'
import type { Page, Session } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { productRows, pullAll, type SftpFixture, skus, startSftpFixture } from '../testing/sftp-fixture.ts'

/** Pulls products; `between` runs once the first page is stored, and before the next one is asked for. */
async function pullWith(session: Session, between: () => Promise<void>): Promise<Page[]> {
  const pages: Page[] = []
  for await (const page of session.source('products').pages({ after: null, since: null })) {
    pages.push(page)
    await page.onCommitted?.([])
    if (pages.length === 1) await between()
  }
  return pages
}
const idsOf = (pages: readonly Page[]) => pages.flatMap(({ records }) => records.map(({ id }) => id))
const readAgain = async (fixture: SftpFixture) => {
  await using session = await fixture.open()
  return (await pullAll(session, 'products')).ids
}

test('a file that goes on growing while it is read is neither stored to its half last row nor archived, and is read again', async () => {
  await using fixture = await startSftpFixture({ files: { products: { content: 'full' } } })
  await fixture.put('products.csv', `${productRows(1, 9)}A10,Mug 10,25`, 1_700_000_000)
  await using session = await fixture.open()
  const pages = await pullWith(session, () => appendFile(fixture.at('products.csv'), '0.50\nA11,Mug 11,1\n'))
  expect(idsOf(pages)).toEqual(skus(1, 7))
  expect(pages.at(-1)).toMatchObject({
    partial: true,
    warnings: ['products.csv has changed: it will be read again from the beginning once it is complete'],
  })
  expect(await fixture.files()).toEqual(['products.csv'])
  expect(await readAgain(fixture)).toEqual(skus(1, 11))
  expect(await fixture.files()).toEqual(['archive/products.csv'])
})

test('a file that ends within a quote because it is still growing is no error', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', `${productRows(1, 9)}A10,"Mug`, 1_700_000_000)
  await using session = await fixture.open()
  const pages = await pullWith(session, () => appendFile(fixture.at('products.csv'), ' 10",1\n'))
  expect(pages.at(-1)).toMatchObject({ next: null, warnings: [expect.stringContaining('has changed')] })
  expect(await fixture.files()).toEqual(['products.csv'])
  expect(await readAgain(fixture)).toEqual(skus(1, 10))
})

test('a file that changes after its last page was read is not archived, and is read again', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', productRows(1, 3), 1_700_000_000)
  await using session = await fixture.open()
  const pages: Page[] = []
  for await (const page of session.source('products').pages({ after: null, since: null })) {
    pages.push(page)
    if (page.next !== null) await appendFile(fixture.at('products.csv'), 'A4,Mug 4,1\n')
    await page.onCommitted?.([])
  }
  expect(pages.at(-1)).toMatchObject({ warnings: [expect.stringContaining('products.csv has changed while it was read')] })
  expect(await fixture.files()).toEqual(['products.csv'])
  expect(await readAgain(fixture)).toEqual(skus(1, 4))
})

test('a file that was written again in place, with the same size, is read again', async () => {
  await using fixture = await startSftpFixture()
  await fixture.put('products.csv', productRows(1, 3), 1_700_000_000)
  await using session = await fixture.open()
  for await (const page of session.source('products').pages({ after: null, since: null })) {
    if (page.next !== null) {
      await writeFile(fixture.at('products.csv'), productRows(2, 4))
      await utimes(fixture.at('products.csv'), 1_700_000_009, 1_700_000_009)
    }
    await page.onCommitted?.([])
  }
  expect(await readAgain(fixture)).toEqual(skus(2, 4))
})

import { createHash } from 'node:crypto'
import { appendFile, rm, utimes } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { productRows, pullAll, skus, startSftpFixture } from '../testing/sftp-fixture.ts'

const at = (seconds: number) => ({ clock: { now: () => new Date(1_800_000_000_000 + seconds * 1000) } })

test('a file that has just arrived is read by the sync that finds it, once it has stayed the same for a moment', async () => {
  await using fixture = await startSftpFixture({ complete: { by: 'stable', seconds: 1 } })
  await fixture.put('products_1.csv', productRows(1, 3))
  const growing = setInterval(() => void fixture.put('products_2.csv', productRows(1, Math.ceil(Math.random() * 500))), 100)
  try {
    await using session = await fixture.open({}, { complete: { by: 'stable', seconds: 1 } })
    expect((await pullAll(session, 'products')).ids).toEqual(skus(1, 3))
  } finally {
    clearInterval(growing)
  }
})

test('with a long wait, a file is read by a later sync if it has stayed the same, and no sync waits for it', async () => {
  await using fixture = await startSftpFixture({ complete: { by: 'stable', seconds: 300 } })
  const read = async (seconds: number) => {
    await using session = await fixture.open(at(seconds))
    return (await pullAll(session, 'products')).ids
  }
  await fixture.put('products.csv', productRows(1, 3), 1_700_000_000)
  expect(await read(0)).toEqual([])
  expect(fixture.logs.lines.join('\n')).toContain('1 files of products may not be complete yet')
  expect(await read(200)).toEqual([])
  await appendFile(fixture.at('products.csv'), 'A4,Mug 4,1\n')
  await utimes(fixture.at('products.csv'), 1_700_000_001, 1_700_000_001)
  expect(await read(301)).toEqual([])
  expect(await read(500)).toEqual([])
  expect(await read(601)).toEqual(skus(1, 4))
  expect(await read(602)).toEqual([])
  expect(fixture.state.values.has('seen:products')).toBe(false)
})

test('a file is read once its trigger file is there; both are archived, and the trigger is not read as data', async () => {
  await using fixture = await startSftpFixture({ complete: { by: 'trigger' }, files: { products: { pattern: 'products*' } } })
  await fixture.put('products_1.csv', productRows(1, 2))
  await fixture.put('products_1.csv.done', '')
  await fixture.put('products_2.csv', productRows(3, 4))
  await fixture.put('products_2.ok', '')
  await fixture.put('products_3.csv', productRows(5, 6))
  await using session = await fixture.open()
  expect((await pullAll(session, 'products')).ids).toEqual(skus(1, 4))
  expect(await fixture.files()).toEqual([
    'archive/products_1.csv',
    'archive/products_1.csv.done',
    'archive/products_2.csv',
    'archive/products_2.ok',
    'products_3.csv',
  ])
})

test('a file is read only if its checksum is right; a damaged one is moved to the errors with a report, and delays no other', async () => {
  await using fixture = await startSftpFixture({ complete: { by: 'checksum' } })
  const sum = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex')
  const [first, second, third] = [productRows(1, 2), productRows(3, 4), productRows(5, 6)]
  await fixture.put('products_1.csv', first.slice(0, -5))
  await fixture.put('products_1.csv.sha256', `${sum('sha256', first)}  products_1.csv\n`)
  await fixture.put('products_2.csv', second)
  await fixture.put('products_2.csv.md5', sum('md5', second).toUpperCase())
  await fixture.put('products_3.csv', third)
  await fixture.put('products_3.csv.sha256', `${sum('sha256', third)} *some/where/products_3.csv`)
  await fixture.put('products_4.csv', third)
  await using session = await fixture.open()
  const { ids, failure } = await pullAll(session, 'products')
  expect(ids).toEqual(skus(3, 6))
  expect(failure).toMatchObject({
    code: 'file.unreadable',
    message: expect.stringContaining('products_1.csv: its sha256 differs from the one in products_1.csv.sha256'),
  })
  expect((await fixture.files()).filter((path) => path.startsWith('error'))).toEqual([
    'error/products_1.csv',
    'error/products_1.csv.err.json',
    'error/products_1.csv.sha256',
  ])
  expect(JSON.parse(await fixture.get('error/products_1.csv.err.json'))).toMatchObject({
    file: 'products_1.csv',
    reason: expect.stringContaining('cut off or damaged'),
  })
  expect((await fixture.files()).filter((path) => !path.includes('/'))).toEqual(['products_4.csv'])
})

test('of full exports only the newest is read; older ones are archived, and only a complete read may lead to deletions', async () => {
  await using fixture = await startSftpFixture({ files: { products: { content: 'full' } } })
  const read = async () => {
    await using session = await fixture.open()
    const { ids, pages, failure } = await pullAll(session, 'products')
    return { ids, isComplete: failure === undefined && pages.at(-1)?.next === null && pages.at(-1)?.partial === false, failure }
  }
  expect(await read()).toEqual({ ids: [], isComplete: false })
  await fixture.put('products_1.csv', productRows(1, 9))
  await fixture.put('products_2.csv', productRows(1, 5))
  expect(await read()).toEqual({ ids: skus(1, 5), isComplete: true })
  expect(await fixture.files()).toEqual(['archive/products_1.csv', 'archive/products_2.csv'])
  expect(fixture.logs.lines.join('\n')).toContain('products_1.csv is older than products_2.csv')

  await fixture.put('products_3.csv', productRows(1, 5))
  expect(await read()).toEqual({ ids: [], isComplete: false })
  await fixture.put('products_4.csv', `${productRows(1, 2)}A3,"Mug`)
  const cut = await read()
  expect(cut).toMatchObject({
    isComplete: false,
    failure: { code: 'file.unreadable', message: expect.stringContaining('has a quote that is never closed') },
  })
  expect((await fixture.files()).filter((path) => path.includes('_4'))).toEqual(['error/products_4.csv', 'error/products_4.csv.err.json'])
})

test('a full export that is cut off is recognised by its trailer or its number of rows', async () => {
  const trailer = { mark: 'TRL', countColumn: 2 }
  await using fixture = await startSftpFixture({
    files: { products: { content: 'full', format: { kind: 'csv', trailer } }, employees: { content: 'full', rows: 3 } },
  })
  const read = async (dataType: 'products' | 'employees', name: string, text: string) => {
    await fixture.put(name, text)
    await using session = await fixture.open()
    const { ids, failure } = await pullAll(session, dataType)
    await rm(fixture.at('error'), { recursive: true, force: true })
    return failure?.message ?? ids
  }
  expect(await read('products', 'products_1.csv', `${productRows(1, 2)}TRL,2\n`)).toEqual(skus(1, 2))
  expect(await read('products', 'products_2.csv', `${productRows(1, 3)}`)).toContain('"TRL" is missing')
  expect(await read('products', 'products_3.csv', `${productRows(1, 3)}TRL,4\n`)).toContain('announces 4 rows, but the file has 3')
  expect(await read('employees', 'employees_1.csv', 'employeeId,name\n1,Ann\n2,Bob\n')).toContain(
    'it has 2 rows, but the settings require at least 3',
  )
})

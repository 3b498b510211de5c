import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { AppError } from '../kernel/errors.ts'
import { createEvaluator } from './evaluator.ts'
import { Transformation } from './mapping.ts'
import { openMapping } from './open-mapping.ts'

type Raw = Record<string, unknown>
const source = (raw: Raw, fields: Raw = {}, id = 'P1') => ({ id, fields, raw, changedAt: null })
const settings = (value: string, field = 'x', ...after: unknown[]) => ({
  transformations: Transformation.array().parse([{ field, operation: 'jsonata', value }, ...after]),
})

async function mapAll(given: ReturnType<typeof settings>, records: ReturnType<typeof source>[], signal = new AbortController().signal) {
  await using mapping = openMapping(given, signal)
  const mapper = await mapping?.mapperFor(records)
  return records.map((record) => mapper?.(record))
}
const fieldsOf = async (expression: string, raw: Raw, fields: Raw = {}, field = 'x') => {
  const [mapped] = await mapAll(settings(expression, field), [source(raw, fields)])
  return mapped?.kind === 'mapped' ? mapped.record.fields : mapped
}

test.each([
  [
    'texts[lang="de"].text',
    {
      texts: [
        { lang: 'en', text: 'Mug' },
        { lang: 'de', text: 'Becher' },
      ],
    },
    {},
    { x: 'Becher' },
  ],
  ['$value & "-" & $fields.sku & "-" & n', { n: 7 }, { x: 'a', sku: 'S' }, { x: 'a-S-7', sku: 'S' }],
  ['nowhere', {}, { x: 'before' }, {}],
  ['{"a": [1, null], "b": {"c": true}}', {}, {}, { x: { a: [1, null], b: { c: true } } }],
])('%s', async (expression, raw, fields, expected) => {
  expect(await fieldsOf(expression, raw, fields)).toEqual(expected)
})

test('pages that are mapped at the same time keep their own results', async () => {
  await using mapping = openMapping(settings('"is " & name'), new AbortController().signal)
  const pages = [1, 2, 3].map((page) => Array.from({ length: 20 }, (_, at) => source({ name: `${page}-${at}` }, {}, `${page}-${at}`)))
  const mappers = await Promise.all(pages.map((page) => mapping?.mapperFor(page)))
  for (const [at, page] of pages.entries())
    for (const record of page) expect(mappers[at]?.(record)).toMatchObject({ record: { id: record.id, fields: { x: `is ${record.id}` } } })
})

test('in a list the expression is evaluated for each line, and knows its index', async () => {
  const raw = { items: [{ art: 'A' }, { art: 'B' }] }
  const fields = { lines: [{ quantity: '2' }, { quantity: '3' }] }
  expect(await fieldsOf('items[$index].art & "/" & $fields.lines[$index].quantity & "/" & $value', raw, fields, 'lines[].sku')).toEqual({
    lines: [
      { quantity: '2', sku: 'A/2/' },
      { quantity: '3', sku: 'B/3/' },
    ],
  })
})

test('an expression and the steps before and after it are applied in their order', async () => {
  const transformations = Transformation.array().parse([
    { field: 'x', operation: 'trim' },
    { field: 'x', operation: 'jsonata', value: '$value & "!"' },
    { field: 'x', operation: 'upper' },
  ])
  const [mapped] = await mapAll({ transformations }, [source({}, { x: ' a ' })])
  expect(mapped).toMatchObject({ record: { fields: { x: 'A!' } } })
})

test('an expression that fails is a fault of that record only', async () => {
  const records = [source({ n: 'x' }, {}, 'A'), source({ n: '2' }, {}, 'B')]
  expect(await mapAll(settings('$number(n)'), records)).toMatchObject([
    { kind: 'faulty', faults: [{ path: 'x', message: expect.stringContaining('Unable to cast value to a number') }] },
    { kind: 'mapped', record: { id: 'B', fields: { x: 2 } } },
  ])
})

test.each([
  ['an endless tail call', '($f := function($n) { $f($n + 1) }; $f(1))', 'longer than 1000 ms'],
  ['an endless pattern match', '$match(text, /^(a+)+$/)', '2000 ms or 128 MB'],
  ['an endless built-in function', '$distinct(rows)', '2000 ms or 128 MB'],
  ['endless recursion', '($f := function($n) { 1 + $f($n) }; $f(1))', 'Stack overflow'],
  ['a text that fills the memory', '$uppercase($pad("x", 500000000))', '2000 ms or 128 MB'],
  ['a list that fills the memory', '[1..10000000]', 'maximum sequence length'],
  ['a result that is too long', '$pad("x", 100001)', 'more than 100000 characters'],
  ['a function as the result', '$sum', 'returns a function'],
])('%s is stopped, and the next record goes on', async (_, hostile, message) => {
  const rows = Array.from({ length: 50_000 }, (_, at) => ({ at }))
  const records = [source({ hostile: true, text: `${'a'.repeat(50)}!`, rows }, {}, 'A'), source({}, {}, 'B')]
  const [first, second] = await mapAll(settings(`hostile ? ${hostile} : "fine"`), records)
  expect(first).toMatchObject({ kind: 'faulty', faults: [{ message: expect.stringContaining(message) }] })
  expect(second).toMatchObject({ kind: 'mapped', record: { fields: { x: 'fine' } } })
})

test('an expression that takes too much for too many records is refused', async () => {
  const records = Array.from({ length: 12 }, (_, at) => source({}, {}, `P${at}`))
  const refused = await mapAll(settings('$uppercase($pad("x", 500000000))'), records).catch((thrown: AppError) => thrown)
  expect(refused).toMatchObject({ code: 'setup.mapping-exhausting', kind: 'setup' })
})

/** The ids of the processes that evaluate expressions for a process. */
function childrenOf(parent: number): number[] {
  const all = execFileSync('ps', ['-eo', 'ppid=,pid=,stat=,args='], { encoding: 'utf8' }).trim().split('\n')
  return all.flatMap((line) => {
    const [ppid, pid, stat, ...args] = line.trim().split(/\s+/)
    return Number(ppid) === parent && !stat?.startsWith('Z') && args.some((one) => one.endsWith('expression-process.js'))
      ? [Number(pid)]
      : []
  })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('an endless expression ends with its run, and leaves no process behind', async () => {
  const stopping = new AbortController()
  const mapping = mapAll(settings('$match(text, /^(a+)+$/)'), [source({ text: `${'a'.repeat(50)}!` })], stopping.signal)
  while (childrenOf(process.pid).length === 0) await sleep(20)
  stopping.abort(new Error('stopped'))
  await expect(mapping).rejects.toThrow('stopped')
  while (childrenOf(process.pid).length > 0) await sleep(20)
})

test('if its process dies between two records, the next record gets a new one', async () => {
  await using evaluator = createEvaluator(new AbortController().signal)
  const request = { expression: '$value + 1', raw: {}, fields: {}, values: [1, 2] }
  expect(await evaluator.evaluate(request)).toEqual([2, 3])
  const [child = 0] = childrenOf(process.pid)
  process.kill(child, 'SIGKILL')
  while (isAlive(child)) await sleep(20)
  expect(await evaluator.evaluate(request)).toEqual([2, 3])
})

/** How many seconds of processor time a process has used. */
const secondsOf = (pid: number): number =>
  Number.parseFloat(
    execFileSync('ps', ['-o', 'time=', '-p', String(pid)], { encoding: 'utf8' })
      .split(':')
      .at(-1) ?? '',
  )

test('an endless expression ends when its parent is killed', async () => {
  const request = { expression: '$match(text, /^(a+)+$/)', raw: { text: `${'a'.repeat(50)}!` }, fields: {}, values: [null] }
  const program = `
    const { fork } = await import('node:child_process')
    const child = fork(${JSON.stringify(join(import.meta.dirname, 'expression-process.js'))}, ['1000'], { serialization: 'advanced', execArgv: [] })
    child.once('message', () => child.send(${JSON.stringify(request)}))`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program])
  const children = () => childrenOf(parent.pid as number)
  while (children().length === 0) await sleep(20)
  const [child = 0] = children()
  while (secondsOf(child) < 1) await sleep(20)
  parent.kill('SIGKILL')
  while (isAlive(child)) await sleep(20)
})

test('an expression reaches neither the environment nor the globals of its process', async () => {
  expect(await fieldsOf('[$type($process), $type($require), $type($globalThis), $type(constructor), $type(__proto__)]', {})).toEqual({
    x: [],
  })
})

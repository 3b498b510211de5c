import { createState } from '@linkspan/connector-kit/testing/open-context'
import { expect, test } from 'vitest'
import { planFor, SftpSettings } from '../settings.ts'
import { findComplete } from './complete-files.ts'

/** Looks at one file of the size at a time in seconds, as one sync or several do. */
function looks(complete?: object) {
  const state = createState()
  const plan = planFor(SftpSettings.parse(complete === undefined ? {} : { complete }), 'products')
  return (seconds: number, size: number) =>
    findComplete([{ name: 'products.csv', size, mtime: 1000 }], new Set(), plan, { state, now: new Date(seconds * 1000), dryRun: false })
}
const isComplete = ({ complete }: Awaited<ReturnType<typeof findComplete>>) => complete.length === 1

test('without a setting, a file is complete after 30 seconds in which it stays the same', async () => {
  const look = looks()
  expect(await look(0, 100)).toMatchObject({ complete: [], waiting: ['products.csv'], dueInMs: 30_000, isGrowing: false })
  expect(await look(29, 100)).toMatchObject({ complete: [], dueInMs: 1000 })
  expect(isComplete(await look(30, 100))).toBe(true)
})

test('without a setting, a file that has been seen to grow has to stay the same for 60 seconds', async () => {
  const look = looks()
  await look(0, 100)
  expect(await look(10, 200)).toMatchObject({ complete: [], dueInMs: 60_000, isGrowing: true })
  expect(await look(69, 200)).toMatchObject({ complete: [], dueInMs: 1000, isGrowing: false })
  expect(isComplete(await look(70, 200))).toBe(true)
})

test('with a setting, its seconds count for every file', async () => {
  const look = looks({ by: 'stable', seconds: 5 })
  await look(0, 100)
  expect(await look(1, 200)).toMatchObject({ complete: [], dueInMs: 5000 })
  expect(isComplete(await look(5, 200))).toBe(false)
  expect(isComplete(await look(6, 200))).toBe(true)
})

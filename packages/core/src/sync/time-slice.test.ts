import { expect, test } from 'vitest'
import { createTimeSlice } from './time-slice.ts'

function begin({ isWaiting = false, isParked = false }) {
  const state = { ms: 0, isWaiting, isParked, checks: 0 }
  const ports = {
    timeSliceMs: 1000,
    queue: {
      hasWaiting: async () => {
        state.checks += 1
        return state.isWaiting
      },
    },
    runs: { hasParked: async () => state.isParked },
  }
  return { state, slice: createTimeSlice(ports, 'erp_1', () => state.ms) }
}

test.each([
  ['a worker', { isWaiting: true }],
  ['a place at the connection', { isParked: true }],
])('a run yields once its time slice is over, if another waits for %s', async (_, others) => {
  const { state, slice } = begin(others)
  state.ms = 999
  expect(await slice.shouldYield()).toBe(false)
  state.ms = 1000
  expect(await slice.shouldYield()).toBe(true)
})

test('a run that nobody waits for works on, and checks again only now and then', async () => {
  const { state, slice } = begin({})
  state.ms = 1000
  expect(await slice.shouldYield()).toBe(false)
  state.isWaiting = true
  state.ms = 1199
  expect(await slice.shouldYield()).toBe(false)
  expect(state.checks).toBe(1)
  state.ms = 1200
  expect(await slice.shouldYield()).toBe(true)
})

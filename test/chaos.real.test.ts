import { expect, test } from 'vitest'
import { runChaos } from '../chaos/chaos.ts'

test('whatever dies, freezes or restarts: no order is lost, none is there twice, and every field and count is right', {
  timeout: 150_000,
}, async () => {
  const { differences, orders, tombstones, ...blows } = await runChaos({ seed: 90, kills: 4 })
  expect(differences).toEqual([])
  expect(orders).toBeGreaterThan(50)
  expect(tombstones).toBeGreaterThan(0)
  expect(blows).toMatchObject({ killed: 4, frozen: 1, redisKilled: 1, redisRestarted: 1 })
})

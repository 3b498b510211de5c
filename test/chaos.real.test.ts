import { expect, test } from 'vitest'
import { runChaos } from '../chaos/chaos.ts'

test('whatever dies, freezes or restarts: no order is lost or duplicated, and every field and count is right', {
  timeout: 600_000,
}, async () => {
  const { differences, orders, tombstones, ...faults } = await runChaos({ seed: 90, kills: 4, minOrders: 60 })
  expect(differences).toEqual([])
  expect(orders).toBeGreaterThanOrEqual(60)
  expect(tombstones).toBeGreaterThan(0)
  expect(faults).toMatchObject({ killed: 4, frozen: 1, redisKilled: 1, redisRestarted: 1 })
})

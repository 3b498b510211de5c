import { expect, test } from 'vitest'
import { runChaos } from '../chaos/chaos.ts'

test('whatever dies, freezes or restarts: no order is lost, none is there twice, and every count is right', {
  timeout: 150_000,
}, async () => {
  const { differences, orders, killed, frozen, redisKilled } = await runChaos({ seed: 7, kills: 4 })
  expect(differences).toEqual([])
  expect(orders).toBeGreaterThan(50)
  expect([killed, frozen, redisKilled]).toEqual([4, 1, 1])
})

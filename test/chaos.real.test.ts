import { expect, test } from 'vitest'
import { runChaos } from '../chaos/chaos.ts'

test('whatever dies, freezes or restarts: no order is lost, none is there twice, and every count is right', {
  timeout: 150_000,
}, async () => {
  const { differences, orders, killed, frozen, restarts } = await runChaos({ seed: 12, kills: 6 })
  expect(differences).toEqual([])
  expect(orders).toBeGreaterThan(50)
  expect([killed, frozen, restarts]).toEqual([4, 1, 1])
})

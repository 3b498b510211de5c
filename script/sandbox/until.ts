import { setTimeout as sleep } from 'node:timers/promises'

const lookAgainMs = 200
const giveUpMs = 300_000

/** Looks again and again until it is so. After five minutes, an error that says what was waited for. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + giveUpMs
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error(`Waited ${giveUpMs / 1000} s in vain: ${what}`)
    await sleep(lookAgainMs)
  }
}

/** An error where it does not hold. */
export function demand(holds: boolean, message: string): void {
  if (!holds) throw new Error(message)
}

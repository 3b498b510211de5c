import { randomInt } from 'node:crypto'

/**
 * By how much the epoch grows with a claim. A failover may lose a claim whose holder lives on, and the next claim then counts from the same
 * epoch: a random step keeps the two apart. The sum stays a safe integer for billions of claims.
 */
export const claimStep = (): number => randomInt(1, 2 ** 20)

import type { SyncDirection } from '@linkspan/core'

/** The directions in the order of the lists of fields below. */
export const directions = ['pull', 'push', 'bidirectional'] as const satisfies readonly SyncDirection[]

/** Fields of a stream's hash. The end of a run writes the first two, the watcher the third. */
export const successFields = directions.map((direction) => `success:${direction}`)
export const endedFields = directions.map((direction) => `ended:${direction}`)
export const watchField = (direction: SyncDirection): string => `watch:${direction}`
export const watchFields = directions.map(watchField)

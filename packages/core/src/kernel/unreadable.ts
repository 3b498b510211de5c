import { z } from 'zod'
import { AppError } from './errors.ts'

/** The kinds of stored items that are read one by one. */
export const unreadableKinds = [
  'connection',
  'sync-configuration',
  'client-assignment',
  'site-assignment',
  'sync-log',
  'sync-log-entry',
  'reject',
  'open-reject',
  'record',
  'conflict',
  'audit-event',
  'notification-route',
  'incident',
] as const
export const UnreadableKind = z.enum(unreadableKinds)
export type UnreadableKind = z.infer<typeof UnreadableKind>

/** An item in the store that does not fit its schema. Lists leave it out. */
export interface UnreadableItem {
  readonly kind: UnreadableKind
  /** Names it to `discard`. */
  readonly id: string
}

/** Whether it was thrown because a stored item cannot be read. */
export const isUnreadable = (thrown: unknown): boolean => thrown instanceof AppError && thrown.code === 'store.unreadable'

/** For `catch`: an item that cannot be read counts as none. */
export function nullIfUnreadable(thrown: unknown): null {
  if (isUnreadable(thrown)) return null
  throw thrown
}

export interface UnreadableItems {
  /** Those that this process has met within the last ten minutes, at most twenty. */
  seen(): readonly UnreadableItem[]
  /** Deletes an item. False, and nothing happens, if there is none that cannot be read. */
  discard(item: UnreadableItem): Promise<boolean>
}

import { useSyncExternalStore } from 'react'

/** In which zone times are shown: the one of this browser, or UTC. */
export type Zone = 'local' | 'utc'

const storedAs = 'linkspan-zone'
let zone: Zone = localStorage.getItem(storedAs) === 'utc' ? 'utc' : 'local'
const listeners = new Set<() => void>()

function onZone(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function switchZone(): void {
  zone = zone === 'utc' ? 'local' : 'utc'
  localStorage.setItem(storedAs, zone)
  for (const listener of listeners) listener()
}

export const useZone = (): Zone => useSyncExternalStore(onZone, () => zone)

/** What `Intl` takes to show a time in this zone. */
export const zoneOption = (shown: Zone): { readonly timeZone?: string } => (shown === 'utc' ? { timeZone: 'UTC' } : {})

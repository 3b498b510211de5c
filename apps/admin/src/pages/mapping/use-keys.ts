import { useEffect, useRef } from 'react'

interface Keys {
  readonly previous: () => void
  readonly next: () => void
}

/** `Alt ↑` and `Alt ↓` go to the record before and after. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const go = event.altKey && { ArrowUp: latest.current.previous, ArrowDown: latest.current.next }[event.key]
      if (!go) return
      event.preventDefault()
      go()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

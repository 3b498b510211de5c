import { AppError } from '@linkspan/core'

/** Bounds how many things last at once, for each holder and in all. */
export interface Places {
  /** Takes a place until `signal` aborts. Throws `request.rate-limited` if none is left. */
  take(holder: string, signal: AbortSignal): void
}

const retryAfterMs = 30_000

export function createPlaces(what: string, { each, all }: { readonly each: number; readonly all: number }): Places {
  const taken = new Map<string, number>()
  let total = 0
  return {
    take(holder, signal) {
      if (signal.aborted) return
      const own = taken.get(holder) ?? 0
      if (own >= each)
        throw new AppError('request.rate-limited', `This caller has ${each} ${what} open, and may have no more`, { retryAfterMs })
      if (total >= all)
        throw new AppError('request.rate-limited', `This server has ${all} ${what} open, and may have no more`, { retryAfterMs })
      taken.set(holder, own + 1)
      total += 1
      const leave = () => {
        total -= 1
        const left = (taken.get(holder) ?? 1) - 1
        if (left > 0) taken.set(holder, left)
        else taken.delete(holder)
      }
      signal.addEventListener('abort', leave, { once: true })
    },
  }
}

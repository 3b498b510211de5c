/** Lets `permits` callers in at once; any further caller waits until one of them releases its permit. */
export function createSemaphore(permits: number) {
  const waiting: (() => void)[] = []
  let free = permits
  return {
    async acquire(): Promise<void> {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    release(): void {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    },
  }
}

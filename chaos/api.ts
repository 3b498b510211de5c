import { setTimeout as delay } from 'node:timers/promises'
import type { Stack } from '../test/stack/stack.ts'

const tries = 600
const betweenMs = 100

/** What fails while Redis is away is tried again: nothing was promised yet. Throws what is refused for good, and what fails for a minute. */
export async function insist<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let left = tries; ; left -= 1) {
    try {
      return await work()
    } catch (error) {
      const isRefused = /answered 4\d\d/.test(String(error)) && !/answered 409/.test(String(error))
      if (isRefused || left === 0) throw error
      await delay(betweenMs)
    }
  }
}

/** A whole list, page by page. */
export async function all<Item>({ url, headers }: Pick<Stack, 'url' | 'headers'>, path: string): Promise<Item[]> {
  const items: Item[] = []
  const separator = path.includes('?') ? '&' : '?'
  for (let cursor = ''; ; ) {
    const response = await fetch(`${url}/api/v1${path}${separator}limit=500${cursor}`, { headers })
    if (!response.ok) throw new Error(`GET ${path} answered ${response.status}`)
    items.push(...((await response.json()) as Item[]))
    const next = response.headers.get('x-next-cursor')
    if (next === null) return items
    cursor = `&cursor=${encodeURIComponent(next)}`
  }
}

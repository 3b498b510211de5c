import { setTimeout as delay } from 'node:timers/promises'
import type { Stack } from '../test/stack/stack.ts'

const maxRetries = 600
const retryDelayMs = 100

/** Retries a call that fails, for example because Redis is down. Throws at once if the API refuses it, or after a minute of failures. */
export async function retry<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  for (let left = maxRetries; ; left -= 1) {
    try {
      return await work()
    } catch (error) {
      const isRefused = /answered 4\d\d/.test(String(error)) && !/answered 409/.test(String(error))
      if (isRefused || left === 0) throw error
      await delay(retryDelayMs)
    }
  }
}

/** All items of a list, fetched page by page. While Redis fails over, the API answers 503 for a moment, so each page is retried. */
export async function fetchAll<Item>({ url, headers }: Pick<Stack, 'url' | 'headers'>, path: string): Promise<Item[]> {
  const items: Item[] = []
  const separator = path.includes('?') ? '&' : '?'
  for (let cursor = ''; ; ) {
    const response = await retry(async () => {
      const answer = await fetch(`${url}/api/v1${path}${separator}limit=500${cursor}`, { headers })
      if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}`)
      return answer
    })
    items.push(...((await response.json()) as Item[]))
    const next = response.headers.get('x-next-cursor')
    if (next === null) return items
    cursor = `&cursor=${encodeURIComponent(next)}`
  }
}

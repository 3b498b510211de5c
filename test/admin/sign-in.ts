import type { Browser } from 'playwright-core'
import { type Stack, secrets } from '../stack/stack.ts'
import { openPage, type PageOptions, type WatchedPage } from './browser.ts'

export type Role = keyof typeof secrets

/**
 * Opens a page of the admin in a browser context of its own, with a session that was begun without the page for that: only
 * `journeys.real.test.ts` signs in by hand. `path` begins behind `/admin`.
 */
export async function signInAs(
  { browser, stack }: { readonly browser: Browser; readonly stack: Pick<Stack, 'url'> },
  role: Role,
  path: string,
  options: Partial<PageOptions> = {},
): Promise<WatchedPage> {
  const watched = await openPage(browser, { url: stack.url, ...options })
  await watched.page.context().addCookies([{ ...(await startSession(stack, role)), url: stack.url }])
  await watched.page.goto(`${stack.url}/admin${path}`)
  await watched.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  return watched
}

async function startSession({ url }: Pick<Stack, 'url'>, role: Role): Promise<{ readonly name: string; readonly value: string }> {
  const body = JSON.stringify({ key: secrets[role] })
  const response = await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const [, name, value] = /^([^=]+)=([^;]+)/.exec(response.headers.get('set-cookie') ?? '') ?? []
  if (name === undefined || value === undefined) throw new Error(`HTTP ${response.status}: no session for ${role}`)
  return { name, value }
}

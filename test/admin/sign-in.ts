import type { Browser } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { type Stack, secrets } from '../stack/stack.ts'
import { openPage, type PageOptions, type WatchedPage } from './browser.ts'

export type Role = keyof typeof secrets

/**
 * Opens a page of the admin in a browser context of its own, signed in: with the cookie of a session, since `journeys` goes through the form. `path`
 * begins behind `/admin`. It is closed with the test: a page that is left open goes on asking.
 */
export async function signInAs(
  { browser, stack }: { readonly browser: Browser; readonly stack: Pick<Stack, 'url'> },
  role: Role,
  path: string,
  options: Partial<PageOptions> = {},
): Promise<WatchedPage> {
  const watched = await openPage(browser, { url: stack.url, ...options })
  const context = watched.page.context()
  onTestFinished(() => context.close())
  const answer = await context.request.post(`${stack.url}/api/v1/session`, {
    data: { key: secrets[role] },
    headers: { 'x-linkspan-admin': '1' },
  })
  expect(answer.status()).toBe(200)
  await watched.page.goto(`${stack.url}/admin${path}`)
  await watched.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  return watched
}

import type { Browser } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { type Stack, secrets } from '../stack/stack.ts'
import { openPage, type PageOptions, type WatchedPage } from './browser.ts'

export type Role = keyof typeof secrets

/**
 * Opens a page of the admin in a browser context of its own, and signs in there. `path` begins behind `/admin`. It is closed with the test: a page
 * that is left open goes on asking.
 */
export async function signInAs(
  { browser, stack }: { readonly browser: Browser; readonly stack: Pick<Stack, 'url'> },
  role: Role,
  path: string,
  options: Partial<PageOptions> = {},
): Promise<WatchedPage> {
  const watched = await openPage(browser, { url: stack.url, ...options })
  onTestFinished(() => watched.page.context().close())
  await watched.page.goto(`${stack.url}/admin${path}`)
  const key = watched.page.locator('input[autocomplete=current-password]')
  await key.fill(secrets[role])
  await watched.page.keyboard.press('Enter')
  await key.waitFor({ state: 'detached' })
  await watched.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
  return watched
}

import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A busy machine takes long; only what hangs is a failure. */
const hungAfterMs = 100_000

/** The headless shell comes first: it needs a third of the processor time of the others. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

function findChromium(): string {
  const given = process.env.CHROMIUM_PATH
  if (given) return given
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) if (existsSync(join(folder, name))) return join(folder, name)
  throw new Error('Chromium is needed: script/bootstrap --tests installs it, or name it in CHROMIUM_PATH')
}

/** Starts a browser without a window. Without its sandbox: as root in a container it has none. */
export const startBrowser = (): Promise<Browser> => chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })

export interface WatchedPage {
  readonly page: Page
  /** Fails if axe finds anything on the page as it is now, or if the page scrolls sideways. */
  expectAccessible(): Promise<void>
  /** What the browser has complained about so far: errors of scripts, violations of the content security policy, requests to other servers. */
  readonly complaints: readonly string[]
}

export interface PageOptions {
  readonly url: string
  readonly width?: number
  readonly colorScheme?: 'light' | 'dark'
  readonly locale?: string
  /** Whether `expectAccessible` looks: not where another test goes through the same states. Default: true. */
  readonly isChecked?: boolean
}

/** Opens a page in a browser context of its own, and watches it. */
export async function openPage(
  browser: Browser,
  { url, width = 1440, colorScheme = 'light', locale = 'en-GB', isChecked = true }: PageOptions,
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale, timezoneId: 'UTC' })
  const page = await context.newPage()
  page.setDefaultTimeout(hungAfterMs)
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    // The browser tells of every refused request; the page deals with it. A starved machine answers 503 and is asked again.
    const isUnanswered = /status of (4\d\d|503)/.test(message.text())
    if (message.type() === 'error' && !isUnanswered) complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) complaints.push(`request to ${request.url()}`)
  })
  return {
    page,
    complaints,
    async expectAccessible() {
      if (!isChecked) return
      if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource)
      const violations = await page.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
      )
      expect(violations).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false)
    },
  }
}

import { createLinkspanClient } from '@linkspan/client'
import { browserNow } from './browser-clock.ts'

/**
 * Whatever the pages do, they do through the public API, which answers in the language of the page. The browser adds the session's cookie
 * by itself.
 */
export const api = createLinkspanClient({ baseUrl: '/api/v1', headers: { 'x-linkspan-admin': '1' } })

let aheadMs = 0
let answeredAt: Date | null = null

api.use({
  onRequest({ request }) {
    if (!request.headers.has('accept-language')) request.headers.set('accept-language', document.documentElement.lang)
  },
  onResponse({ response }) {
    const told = Date.parse(response.headers.get('date') ?? '')
    if (!Number.isNaN(told)) aheadMs = told - browserNow().getTime()
    if (response.ok) answeredAt = browserNow()
  },
})

/** The time by the clock of the server, which is the one that counts. */
export const serverNow = (): Date => new Date(browserNow().getTime() + aheadMs)
/** When this browser last used its session, by its own clock; null before the first time. */
export const lastAnswerAt = (): Date | null => answeredAt

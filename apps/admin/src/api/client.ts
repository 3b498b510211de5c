import { createLinkspanClient } from '@linkspan/client'

/** Whatever the pages do, they do through the public API. The browser adds the session's cookie by itself. */
export const api = createLinkspanClient({ baseUrl: '/api/v1', headers: { 'x-linkspan-admin': '1' } })

import { AppError } from '@linkspan/core/connector'
import type { HttpResponse } from './http-response.ts'

const redirects: readonly number[] = [301, 302, 303, 307, 308]

/**
 * Where a redirect leads; null if the answer is not a redirect. Only GET and HEAD are redirected, and only within the origin, so that
 * credentials go nowhere else. Throws `setup.redirect-refused` for any other.
 */
export function redirectTarget({ status, method, url, place, header }: HttpResponse, mayFollow: boolean): URL | null {
  const location = header('location')
  if (!redirects.includes(status) || location === undefined) return null
  const refusal = (why: string) =>
    new AppError('setup.redirect-refused', `${place}: HTTP ${status} ${why}`, { details: { status, path: url.pathname } })
  if (!URL.canParse(location, url.href)) throw refusal('leads to no URL')
  const target = new URL(location, url)
  if (target.origin !== url.origin) throw refusal(`leads to another origin, ${target.origin}`)
  if (method !== 'GET' && method !== 'HEAD') throw refusal(`leads ${method} elsewhere, to ${target.pathname}`)
  if (!mayFollow) throw refusal('leads on and on: too many redirects')
  return target
}

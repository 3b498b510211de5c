import type { FastifyReply, FastifyRequest } from 'fastify'

/** The preferences in a `Prefer` header (RFC 7240). */
export interface Preferences {
  readonly respondAsync: boolean
  /** Seconds; null if the client did not ask to wait. */
  readonly wait: number | null
}

/** The maximum time that an answer waits, in seconds. */
export const maxWait = 120

/** Reads a `Prefer` header. If a preference is given twice the first one counts; unknown ones are ignored. */
export function parsePrefer(header: string | readonly string[] | undefined): Preferences {
  const preferences = new Map<string, string>()
  for (const part of [header ?? []].flat().join(',').split(',')) {
    const [name = '', value = ''] = (part.split(';')[0] ?? '').split('=').map((text) => text.trim())
    const key = name.toLowerCase()
    if (!preferences.has(key)) preferences.set(key, value.replace(/^"(.*)"$/, '$1'))
  }
  const wait = preferences.get('wait')
  return {
    respondAsync: preferences.has('respond-async'),
    wait: wait !== undefined && /^\d{1,9}$/.test(wait) ? Math.min(Number(wait), maxWait) : null,
  }
}

/** Whether the caller does not want to wait (`respond-async`); then the answer says that it heeds that, and is 202. */
export function isAnsweredAtOnce(request: FastifyRequest, reply: FastifyReply): boolean {
  const { respondAsync } = parsePrefer(request.headers.prefer)
  if (respondAsync) reply.code(202).header('preference-applied', 'respond-async')
  return respondAsync
}

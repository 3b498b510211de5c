import { z } from 'zod'
import { roles } from '../kernel/caller.ts'

/** A browser that has signed in with an API key or a token. */
export const BrowserSession = z
  .object({
    id: z.string(),
    name: z.string().describe('The name of the API key, or the subject of the token.'),
    role: z.enum(roles),
    authentication: z.enum(['api-key', 'jwt']).describe('What was signed in with.'),
    createdAt: z.iso.datetime(),
    seenAt: z.iso.datetime().describe('When it was used last.'),
    expiresAt: z.iso.datetime().describe('When it ends, if it is not used again before; at the latest a day after it began.'),
    ipAddress: z.string().nullable(),
    userAgent: z.string().nullable(),
  })
  .meta({ id: 'Session' })
export type BrowserSession = z.infer<typeof BrowserSession>

/** How long a session lasts without being used, and at most; in ms. */
export interface BrowserSessionLimits {
  readonly idleMs: number
  readonly maxMs: number
}

/** A session as it is stored. It is found by the digest of its token, which only the browser has. */
export interface StoredBrowserSession extends Omit<BrowserSession, 'expiresAt'> {
  /** When it ends however much it is used: ISO 8601. */
  readonly endsAt: string
}

/** The sessions of all API processes. */
export interface BrowserSessionStore {
  readonly limits: BrowserSessionLimits
  create(digest: string, session: StoredBrowserSession): Promise<void>
  /** The session, which counts as used now; null if there is none, or if it has ended. */
  use(digest: string): Promise<StoredBrowserSession | null>
  /** Whether the session has not ended. It does not count as used. */
  isOpen(digest: string): Promise<boolean>
  /** Those that have not ended, the latest first. */
  list(): Promise<readonly StoredBrowserSession[]>
  /** Ends a session; null if there is none. */
  end(id: string): Promise<StoredBrowserSession | null>
}

/** A session as it is shown. */
export const toBrowserSession = ({ endsAt, ...session }: StoredBrowserSession, { idleMs }: BrowserSessionLimits): BrowserSession => ({
  ...session,
  expiresAt: new Date(Math.min(Date.parse(session.seenAt) + idleMs, Date.parse(endsAt))).toISOString(),
})

import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import { type Caller, mayAct } from '../kernel/caller.ts'
import { AppError } from '../kernel/errors.ts'
import type { Clock, Ids } from '../kernel/ports.ts'
import { type BrowserSession, type BrowserSessionStore, type StoredBrowserSession, toBrowserSession } from './browser-session.ts'

export interface BrowserSessionPorts {
  readonly sessions: BrowserSessionStore
  readonly clock: Clock
  readonly ids: Ids
}

/** 258 random bits. */
const tokenLength = 50
const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** A session that has just begun, with the token that the browser keeps. */
export interface StartedBrowserSession {
  readonly token: string
  readonly session: BrowserSession
}

/** What the outside may ask of sessions. */
export function browserSessionCommands(command: ReturnType<typeof createCommands>, ports: BrowserSessionPorts) {
  const { sessions, clock, ids } = ports

  return {
    /** Signs the caller in. The session ends with `until` at the latest, if that is given. */
    start: command({
      action: 'session_started',
      role: 'viewer',
      input: z.object({ until: z.date().nullable() }),
      async run({ until }, caller) {
        const now = clock.now()
        const latest = new Date(now.getTime() + sessions.limits.maxMs)
        const stored: StoredBrowserSession = {
          id: `sess_${ids.random(16)}`,
          name: caller.id,
          role: caller.role,
          authentication: caller.authentication === 'jwt' ? 'jwt' : 'api-key',
          createdAt: now.toISOString(),
          seenAt: now.toISOString(),
          endsAt: (until !== null && until < latest ? until : latest).toISOString(),
          ipAddress: caller.ipAddress,
          userAgent: caller.userAgent,
        }
        const token = ids.random(tokenLength)
        await sessions.create(digestOf(token), stored)
        const started: StartedBrowserSession = { token, session: toBrowserSession(stored, sessions.limits) }
        return { output: started, target: stored.id }
      },
    }),
    /** Ends a session: one's own, or as an admin any. Throws `request.not-found`. */
    end: command({
      action: 'session_ended',
      role: 'viewer',
      input: z.object({ id: z.string() }),
      async run({ id }, caller) {
        const found = (await sessions.list()).find((session) => session.id === id && mayEnd(caller, session))
        if (!found) throw new AppError('request.not-found', `There is no session ${id}, or it has ended`)
        await sessions.end(id)
        return { output: undefined, target: id, changes: { name: found.name } }
      },
    }),
    /** The session of a token, which counts as used; null if it has ended. */
    async use(token: string): Promise<BrowserSession | null> {
      const found = await sessions.use(digestOf(token))
      return found && toBrowserSession(found, sessions.limits)
    },
    /** Whether the session of a token goes on. It does not count as used. */
    isOpen: (token: string): Promise<boolean> => sessions.isOpen(digestOf(token)),
    /** One's own sessions; for admins all. */
    async list(caller: Caller): Promise<readonly BrowserSession[]> {
      return (await sessions.list())
        .filter((session) => mayEnd(caller, session))
        .map((session) => toBrowserSession(session, sessions.limits))
    },
  }
}

const mayEnd = (caller: Caller, { name }: StoredBrowserSession): boolean => name === caller.id || mayAct(caller.role, 'admin')

import type { AuditEvent, AuditLog, Clock } from '@linkspan/core'

export type FailedLogin = Omit<AuditEvent, 'id' | 'at' | 'action' | 'outcome' | 'changes'>

const minuteMs = 60_000
/** So many failed logins of an address in a minute have an event each; the others are counted in one. */
const maxDetailed = 10
const maxAddresses = 1000
const otherAddresses = 'other addresses'
const maxTargetLength = 200

/** Keeps failed logins from flooding the audit trail. Disposing it stops the timer; what is counted then is lost. */
export interface FailedLogins extends Disposable {
  note(login: FailedLogin): Promise<void>
  /** Writes what was counted since the last time. It happens every minute by itself. */
  flush(): Promise<void>
}

export function createFailedLogins(audit: Pick<AuditLog, 'append'>, clock: Clock, onError: (error: unknown) => void): FailedLogins {
  let counts = new Map<string, { count: number; latest: FailedLogin }>()

  const append = (login: FailedLogin, changes: Readonly<Record<string, unknown>>) =>
    audit
      .append({ ...login, at: clock.now().toISOString(), action: 'login_failed', outcome: 'request.unauthenticated', changes })
      .catch(onError)

  async function flush(): Promise<void> {
    const counted = counts
    counts = new Map()
    for (const [address, { count, latest }] of counted)
      if (count > maxDetailed)
        await append({ ...latest, ipAddress: address === otherAddresses ? null : address }, { furtherAttempts: count - maxDetailed })
  }
  const timer = setInterval(() => void flush(), minuteMs).unref()

  return {
    async note(login) {
      const address = login.ipAddress ?? otherAddresses
      const key = counts.has(address) || counts.size < maxAddresses ? address : otherAddresses
      const latest = { ...login, target: login.target?.slice(0, maxTargetLength) ?? null }
      const count = (counts.get(key)?.count ?? 0) + 1
      counts.set(key, { count, latest })
      if (count <= maxDetailed) await append(latest, {})
    },
    flush,
    [Symbol.dispose]: () => clearInterval(timer),
  }
}

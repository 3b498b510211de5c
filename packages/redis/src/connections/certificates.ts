import type { CertificateNotices, Clock } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { emitEvent } from '../events/emit-event.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'

/** `mark` names what is told, so that it is told once; empty if there is nothing to tell. */
const script = defineScript({
  name: 'linkspanTellCertificate',
  keys: ['connection', 'events'],
  args: { mark: 'text', now: 'number', ending: 'text', renewed: 'text' },
  include: [emitEvent],
  lua: `
if redis.call('EXISTS', connection) == 0 then return end
local told = redis.call('HGET', connection, 'certificateTold')
if (told or '') == mark then return end
if mark == '' then
  redis.call('HDEL', connection, 'certificateTold')
  emitEvent(events, 'connection.recovered', now, renewed, '')
else
  redis.call('HSET', connection, 'certificateTold', mark)
  emitEvent(events, 'connection.degraded', now, ending, '')
end
`,
})

const code = 'setup.certificate-ends'

export function redisCertificates(client: RedisClient, keys: Keys, clock: Clock, emitting: EmittingCalls): CertificateNotices {
  const call = emitting(script.on(client))
  return {
    async tell(connectionId, notice) {
      const now = clock.now()
      const since = now.toISOString()
      const day = notice?.expiresAt.slice(0, 10)
      const common = { connectionId, state: 'healthy', code, since }
      await call(connectionId, {
        keys: { connection: keys.connection(connectionId), events: keys.events(connectionId) },
        args: {
          mark: notice && `${notice.expiresAt} ${notice.daysLeft}`,
          now: now.getTime(),
          ending: JSON.stringify({
            ...common,
            reason: `The certificate of the ERP ends on ${day}`,
            certificateExpiresAt: notice?.expiresAt,
          }),
          renewed: JSON.stringify({ ...common, reason: 'The certificate of the ERP was renewed' }),
        },
      })
    },
  }
}

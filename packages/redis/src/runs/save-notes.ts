import type { Claim } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { fence, throwIfRejected } from './fence.ts'

const script = defineScript({
  name: 'linkspanSaveNotes',
  keys: ['run', 'holder'],
  args: { epoch: 'text', field: 'text', text: 'text' },
  include: [fence],
  lua: `
local rejection = fence(run, epoch)
if rejection then return rejection end
redis.call('HSET', holder, field, text)
return 'OK'
`,
})

/** Writes a text into a field of the run's hash or of its stream's. Throws if the claim is void. */
export function saveNotesScript(client: RedisClient, keys: Keys) {
  const call = script.on(client)
  return (holderOf: (claim: Claim) => string, field: string) =>
    async (claim: Claim, text: string): Promise<void> => {
      const { runId, epoch } = claim
      throwIfRejected(await call({ keys: { run: keys.run(runId), holder: holderOf(claim) }, args: { epoch, field, text } }), runId)
    }
}

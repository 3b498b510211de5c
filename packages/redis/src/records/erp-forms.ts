import { dataTypeIds, ERPForm, type RecordStream } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'

const learn = defineScript({
  name: 'linkspanLearnForms',
  keys: ['connection', 'forms'],
  lists: { learnt: ['field', 'json'] },
  args: {},
  lua: `
if redis.call('EXISTS', connection) == 0 then return 0 end
for field, json in learnt.each() do redis.call('HSET', forms, field, json) end
return 1
`,
})

/** What the ERP of a connection was seen to do to fields. */
export function redisErpForms(client: RedisClient, keys: Keys) {
  const call = learn.on(client)
  return {
    async learnForms({ connectionId, dataType }: RecordStream, forms: readonly ERPForm[]): Promise<void> {
      await call({
        keys: { connection: keys.connection(connectionId), forms: keys.forms(connectionId, dataType) },
        args: {},
        lists: { learnt: forms.map((form) => ({ field: form.field, json: JSON.stringify(form) })) },
      })
    },

    async forms(connectionId: string): Promise<readonly ERPForm[]> {
      const stored = await Promise.all(dataTypeIds.map((dataType) => client.hvals(keys.forms(connectionId, dataType))))
      const parsed = stored.map((texts) => texts.map((json) => ERPForm.parse(JSON.parse(json))))
      return parsed.flatMap((forms) => forms.sort((one, other) => one.field.localeCompare(other.field)))
    },
  }
}

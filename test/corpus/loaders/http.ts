import type { ERPRecord } from '@linkspan/core'
import type { StartLoader } from '../corpus-loader.ts'
import { fill } from './http/fill.ts'
import { HttpInput, Script } from './http/script.ts'
import { type ScriptedErp, startScriptServer } from './http/serve.ts'

/**
 * Cases of an ERP with an HTTP API. `input` has what it answers. `seen.writes` is how many times it was written to, `seen.stored` how many
 * records it has made of that, and `seen.pushed` what became of the records that were written on our side.
 */
export const startHttpCases: StartLoader = async (stack) => {
  const server = await startScriptServer()
  return {
    async open({ dataType = 'products', provider, settings, credentials, sync, input }) {
      const { erp: script, later, written } = HttpInput.parse(input)
      const erp: ScriptedErp = { script, calls: new Map(), writes: [], stored: [] }
      const apiUrl = server.add(erp)
      const given = fill({ apiKey: 'key-of-the-corpus', ...credentials }, { url: apiUrl }) as Record<string, string | null>
      const { id } = await stack.connect({
        ...(provider !== undefined && { provider: provider as 'SAP' }),
        credentials: { apiUrl, ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) },
        settings: { enabledDataTypes: [dataType], retryAttempts: 0, retryDelay: 0, timeout: 10_000, ...settings },
      })
      for (const each of written) await stack.client.call('POST', `/erp/connections/${id}/records/${dataType}`, each)
      return {
        connectionId: id,
        dataType,
        async prepare(number) {
          erp.calls = new Map()
          const changes = number === 1 ? undefined : later[number - 2]
          if (changes) erp.script = Script.parse({ ...script, ...changes })
        },
        async run() {
          erp.calls = new Map()
          return stack.sync(id, dataType, sync)
        },
        async seen() {
          const records = await stack.client.call<ERPRecord[]>('GET', `/erp/connections/${id}/records/${dataType}?limit=100`)
          const pushed = records.map(({ id, syncStatus, erpId, error }) => [id, { syncStatus, erpId, error: error?.message ?? null }])
          return { writes: erp.writes.length, stored: erp.stored.length, pushed: Object.fromEntries(pushed) }
        },
      }
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

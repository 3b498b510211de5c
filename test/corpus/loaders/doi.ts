import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { textAt } from '@linkspan/connector-kit/xml/element'
import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import type { ERPSyncLog, Reject } from '@linkspan/core'
import { startDoiPartner } from '@linkspan/simulators'
import type { StartLoader } from '../corpus-loader.ts'

const line = (lineNumber: string, sku: string, quantity: string) => ({ lineNumber, sku, quantity, uom: 'EA', unitPrice: '2.00' })
const order = (id: string, total: string, lines: readonly object[]) => ({ id, orderDate: '2026-11-23', currency: 'EUR', total, lines })

/** The orders that the partner has, if a case has no `orders.json`. */
const usualOrders = [
  order('W-1', '18.00', [line('10', 'ROSE-01', '5'), line('20', 'WIRE-02', '4')]),
  order('W-2', '10.00', [line('10', 'ROSE-01', '5')]),
]

/**
 * Cases of messages that a partner sends. First the orders of the case are sent to the partner; then its XML files are posted to us in the
 * order of their names, those in its folders "2", "3", … before the second run, the third, and so on. In them `{{message:W-1}}` stands for the
 * payloadID under which order W-1 was sent. `seen.answers` has our answers by file: HTTP status and status code; `seen.rejected` why records were rejected.
 */
export const startDoiCases: StartLoader = async (stack) => {
  const partner = await startDoiPartner()
  const { user, password, sharedSecret, buyer, supplier } = partner
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

  /** The payloadID of the message in which a connection sent an order. */
  const messageOf = (connectionId: string, orderId: string): string => {
    const sent = partner.requests.find(({ body }) => body.includes(`.${connectionId}@linkspan"`) && body.includes(`orderID="${orderId}"`))
    return /payloadID="([^"]+)"/.exec(sent?.body ?? '')?.[1] ?? 'none'
  }

  async function post(connectionId: string, file: string): Promise<string> {
    const text = (await readFile(file, 'latin1'))
      .replaceAll('{{secret}}', sharedSecret)
      .replace(/\{\{message:([^}]+)\}\}/g, (_, orderId: string) => messageOf(connectionId, orderId))
    const response = await fetch(`${stack.url}/doi/${connectionId}`, {
      method: 'POST',
      body: Buffer.from(text, 'latin1'),
      headers: { 'content-type': 'text/xml', authorization },
    })
    const root = await parseXml(await response.text()).catch(() => undefined)
    const code = textAt(root, 'Response/Status/@code') ?? textAt(root, 'DocumentResponse/Response/ResponseCode') ?? 'no code'
    return `${response.status} ${code}`
  }

  /** Waits until no sync of a connection works or waits: each message starts some. */
  async function settle(connectionId: string): Promise<void> {
    for (let quiet = 0; quiet < 2; ) {
      await sleep(50)
      const logs = await stack.client.call<ERPSyncLog[]>('GET', `/erp/sync-logs?erpConnectionId=${connectionId}`)
      quiet = logs.some(({ completedAt }) => !completedAt) ? 0 : quiet + 1
    }
  }

  /** Why records of a connection were rejected, in any run: mostly in one that a message started. */
  async function rejected(connectionId: string): Promise<readonly string[]> {
    const logs = await stack.client.call<ERPSyncLog[]>('GET', `/erp/sync-logs?erpConnectionId=${connectionId}`)
    const lists = logs
      .filter(({ recordsFailed }) => recordsFailed > 0)
      .map(({ id }) => stack.client.call<Reject[]>('GET', `/erp/sync-logs/${id}/rejects`))
    return (await Promise.all(lists)).flat().flatMap(({ recordId, errors }) => errors.map(({ message }) => `${recordId}: ${message}`))
  }

  return {
    async open({ folder, dataType = 'order_status', settings, credentials, sync }) {
      const { id } = await stack.connect({
        connectionMethod: 'doi',
        credentials: {
          doiEndpoint: `${partner.url}/orders`,
          doiUsername: user,
          doiPassword: password,
          doiSharedSecret: sharedSecret,
          ...credentials,
        },
        settings: { enabledDataTypes: ['orders', 'order_status', 'invoices'], cxml: { from: buyer, to: supplier }, ...settings },
      })
      const given = join(folder, 'orders.json')
      for (const each of existsSync(given) ? JSON.parse(readFileSync(given, 'utf8')) : usualOrders)
        await stack.client.call('POST', `/erp/connections/${id}/records/orders`, each)
      const pushed = await stack.sync(id, 'orders', { direction: 'push' })
      if (pushed.status !== 'success') throw new Error(`The orders did not reach the partner: ${pushed.errorMessage}`)
      const answers: Record<string, string> = {}
      return {
        connectionId: id,
        dataType,
        async prepare(number) {
          const of = number === 1 ? folder : join(folder, String(number))
          for (const name of (await readdir(of)).filter((each) => each.endsWith('.xml')).sort())
            answers[name] = await post(id, join(of, name))
          await settle(id)
        },
        run: () => stack.sync(id, dataType, { direction: 'pull', ...sync }),
        seen: async () => ({ answers, rejected: await rejected(id) }),
      }
    },
    [Symbol.asyncDispose]: () => partner[Symbol.asyncDispose](),
  }
}

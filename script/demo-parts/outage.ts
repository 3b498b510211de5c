import { setTimeout as sleep } from 'node:timers/promises'
import type { ERPSyncLog, NotificationRoute } from '@linkspan/core'
import { findFreePort, type MailServer, startRestErp } from '@linkspan/simulators'
import type { Client } from '../sandbox/client.ts'
import { replaceConnection } from '../sandbox/replace-connection.ts'
import { sync } from '../sandbox/sync.ts'
import { green, say } from '../sandbox/terminal.ts'
import { startEventReceiver } from './event-receiver.ts'

const timeoutMs = 60_000
const key = 'outage-erp-key'

/** An ERP goes away and comes back: a mail and a webhook tell of both. Throws unless both of them do. */
export async function showOutage(client: Client, mail: MailServer): Promise<void> {
  const port = await findFreePort()
  const startErp = () => startRestErp({ port, dataset: { products: 50 }, auth: { kind: 'api-key', in: 'header', name: 'X-API-Key', key } })
  const { id, name } = await replaceConnection(client, {
    name: 'Tile maker',
    provider: 'Custom',
    connectionMethod: 'api',
    credentials: { apiUrl: `http://127.0.0.1:${port}`, apiKey: key },
    settings: { retryAttempts: 0, timeout: 2000, enabledDataTypes: ['products'] },
  } as Parameters<typeof replaceConnection>[1])
  const clientId = 'tiles-and-more'
  await client.call('POST', `/clients/${clientId}/erp-assignments`, { erpConnectionId: id })
  await removeEarlier(client)
  await using receiver = await startEventReceiver()
  const hook = await client.call<{ id: string; secret: string }>('POST', '/erp/webhooks', {
    url: receiver.url,
    events: ['incident.opened', 'incident.closed'],
    connectionIds: [id],
  })
  receiver.trust(hook.secret)
  const route = await client.call<NotificationRoute>('POST', '/erp/notification-routes', {
    channel: 'email',
    target: [address],
    scope: { connectionIds: [id] },
    pauseMinutes: 0, // so that the end is told at once
  })

  const told = async (what: string, type: string, words: string) => {
    await until(
      () => receiver.types.includes(type) && mails(mail).some(({ text }) => text.startsWith(words)),
      `a mail and a webhook: ${what}`,
    )
    const found = mails(mail).find(({ text }) => text.startsWith(words))
    say(`${green('✓')} ${what}`)
    say(`  Webhook  ${type}, its signature is right`)
    say(`  Mail     ${found?.subject}`)
    say(`           ${found?.text.split('\n')[0]}`)
  }
  {
    await using _erp = await startErp()
    await sync(client, id, 'products')
  }
  const { status } = await client.call<ERPSyncLog>('POST', `/erp/connections/${id}/sync`, { dataType: 'products' }, { prefer: 'wait=30' })
  if (status !== 'error') throw new Error(`A sync of ${name} without its ERP ended with "${status}"`)
  await told('The ERP goes away', 'incident.opened', 'The ERP cannot be reached')
  await using _erp = await startErp()
  await sync(client, id, 'products')
  await told('It comes back', 'incident.closed', 'It is over')
  await client.call('DELETE', `/erp/webhooks/${hook.id}`)
  await client.call('DELETE', `/erp/notification-routes/${route.id}`)
}

const address = 'ops@tiles.example'
const mails = ({ mails: all }: MailServer) => all.filter(({ to }) => to.includes(address))

/** What an earlier run has left because it was stopped: its receiver no longer exists. */
async function removeEarlier(client: Client): Promise<void> {
  const routes = await client.call<NotificationRoute[]>('GET', '/erp/notification-routes')
  for (const { id, target } of routes.filter(({ channel }) => channel === 'email')) {
    if (target.includes(address)) await client.call('DELETE', `/erp/notification-routes/${id}`)
  }
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + timeoutMs; !condition(); await sleep(50)) {
    if (Date.now() > end) throw new Error(`Timed out waiting for ${what}`)
  }
}

import type { ConnectionRepository } from './connections/connection.ts'
import { type Sealed, sealingKeyOf } from './kernel/secret-box.ts'
import type { VersionedList } from './kernel/versioned-list.ts'
import type { StoredRoute } from './notifications/notification-route.ts'
import { routesOf } from './notifications/routes-of.ts'
import type { WebhookStore } from './webhooks/webhook-store.ts'

export interface SealPorts {
  readonly connections: Pick<ConnectionRepository, 'list'>
  readonly notificationRoutes: VersionedList<StoredRoute>
  readonly webhooks: Pick<WebhookStore, 'list'>
}

export interface Seals {
  /** How many secrets are sealed with each encryption key, by the key's id. */
  readonly byKey: Readonly<Record<string, number>>
  /** Whether all were counted: connections and webhooks are looked at up to a number. */
  readonly complete: boolean
}

/** How many connections, and how many webhooks, are looked at; and how many are loaded at once. */
const maxExamined = 1000
const pageSize = 200

/** What the outside may ask about the installation as a whole. */
export const coreInstallation = (ports: SealPorts) => ({
  seals: () => countSeals(ports),
})

async function countSeals({ connections, notificationRoutes, webhooks }: SealPorts): Promise<Seals> {
  const [ofConnections, ofWebhooks, routes] = await Promise.all([
    firstOf((page) => connections.list(page)),
    firstOf((page) => webhooks.list(page)),
    routesOf(notificationRoutes),
  ])
  const sealed = [
    ...ofConnections.items.flatMap((connection) => Object.values(connection.sealed)),
    ...ofWebhooks.items.flatMap(({ secret, oldSecret }) => [secret, ...(oldSecret ? [oldSecret.sealed] : [])]),
    ...routes.flatMap((route) => Object.values(route.sealed).filter((text) => text !== undefined)),
  ]
  const byKey: Record<string, number> = {}
  for (const text of sealed) {
    const key = sealingKeyOf(text as Sealed)
    byKey[key] = (byKey[key] ?? 0) + 1
  }
  return { byKey, complete: ofConnections.complete && ofWebhooks.complete }
}

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

async function firstOf<Item>(list: (page: { readonly limit: number; readonly cursor?: string }) => Promise<Page<Item>>) {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const page: Page<Item> = await list({ limit: pageSize, ...(cursor !== null && { cursor }) })
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== null && items.length < maxExamined)
  return { items, complete: cursor === null }
}

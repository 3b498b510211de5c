import { sealingContext } from '../connections/sealing.ts'
import type { Sealed, SecretBox } from '../kernel/secret-box.ts'
import type { OpenTarget } from './channel.ts'
import type { StoredRoute } from './notification-route.ts'

/** Where a route sends, with its secrets open. Throws `setup.key-missing` if they cannot be opened. */
export function openTarget({ id, channel, addresses, sealed }: StoredRoute, secrets: SecretBox): OpenTarget {
  const open = (field: 'url' | 'secret') => secrets.open((sealed[field] ?? '') as Sealed, sealingContext(id, field))
  if (channel === 'email') return { channel, addresses }
  return channel === 'webhook' ? { channel, url: open('url'), secret: open('secret') } : { channel, url: open('url') }
}

/** Seals the secrets of a route. */
export const sealTarget = (
  id: string,
  target: { readonly url?: string | undefined; readonly secret?: string | undefined },
  secrets: SecretBox,
): StoredRoute['sealed'] =>
  Object.fromEntries(
    Object.entries(target).flatMap(([field, plain]) =>
      plain === undefined ? [] : [[field, secrets.seal(plain, sealingContext(id, field))]],
    ),
  )

import { z } from 'zod'
import { AppError } from '../kernel/errors.ts'
import type { NotificationChannel } from './notification-route.ts'

export interface ParsedTarget {
  readonly addresses: string[]
  readonly url?: string
}

const maxAddresses = 50
const Addresses = z.array(z.email().max(320)).min(1).max(maxAddresses)

/** The addresses of a mail, as a list or with commas in between, or the URL of any other channel. Throws `request.invalid`. */
export function parseTarget(channel: NotificationChannel, target: string | readonly string[]): ParsedTarget {
  if (channel === 'email') {
    const given = typeof target === 'string' ? target.split(/[,;]/) : target
    const parsed = Addresses.safeParse(given.map((address) => address.trim()).filter((address) => address !== ''))
    if (!parsed.success) throw invalid(`must be 1 to ${maxAddresses} mail addresses, as a list or with commas in between`)
    return { addresses: [...new Set(parsed.data)] }
  }
  if (typeof target !== 'string' || !isHttpUrl(target))
    throw invalid(`must be a URL that begins with https:// (or http://), for the channel ${channel}`)
  return { addresses: [], url: target }
}

function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return ['https:', 'http:'].includes(protocol) && username === '' && password === ''
}

const invalid = (message: string): AppError =>
  new AppError('request.invalid', `target ${message}`, { details: { issues: [{ path: 'target', message }] } })

import type { OutboundPolicy } from '@linkspan/core/connector'
import { addressOfHost, forbiddenRange } from './address-guard.ts'

/** The proxy through which a server is called; null if it is called directly. */
export function proxyFor(url: URL, { proxy }: OutboundPolicy): URL | null {
  const address = url.protocol === 'https:' ? proxy?.https : proxy?.http
  if (!address || isThisMachine(url.hostname) || isExcepted(url, proxy?.except ?? [])) return null
  return new URL(address)
}

const isThisMachine = (hostname: string): boolean =>
  /^(.+\.)?localhost$/i.test(hostname) || forbiddenRange(addressOfHost(hostname) ?? '') === 'loopback'

/** Whether a host is called directly: by its name, a domain that it is in (`.example.com`, `*.example.com`), with a port or without, or `*`. */
function isExcepted({ hostname, port, protocol }: URL, except: readonly string[]): boolean {
  const host = (addressOfHost(hostname) ?? hostname).toLowerCase()
  const ownPort = port || (protocol === 'https:' ? '443' : '80')
  return except.some((entry) => {
    if (entry === '*') return true
    const [, name = '', ofPort] = /^\[?(.+?)\]?(?::(\d+))?$/.exec(entry.toLowerCase()) ?? []
    if (ofPort !== undefined && ofPort !== ownPort && host !== entry.toLowerCase()) return false
    const domain = name.replace(/^\*?\./, '')
    return host === domain || host === entry.toLowerCase() || host.endsWith(`.${domain}`)
  })
}

import { lookup } from 'node:dns/promises'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { AppError, type CheckStep, type Clock, type OutboundPolicy } from '@linkspan/core'
import { assertReachable, guardedLookup } from './address-guard.ts'
import { classifyFailure } from './classify.ts'

export interface Endpoint {
  readonly url: URL
  readonly timeoutMs: number
  readonly outbound: OutboundPolicy
  readonly clock: Clock
  readonly signal: AbortSignal
}

const dayMs = 86_400_000
const soonDays = 30
const mostOffsetSeconds = 300

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

/** "DNS" and "TCP/TLS": whether the host is known, may be reached, listens, and shows a certificate to be trusted. */
export const endpointChecks = (endpoint: Endpoint): readonly CheckStep[] => [
  { name: 'DNS', essential: true, run: () => checkDns(endpoint) },
  { name: 'TCP/TLS', essential: true, run: () => checkConnection(endpoint) },
]

async function checkDns({ url, outbound }: Endpoint): Promise<string> {
  const host = hostOf(url)
  const literal = isIP(host) !== 0
  const found = literal ? [host] : (await lookup(host, { all: true }).catch(rethrown(`Looking up ${host}`))).map(({ address }) => address)
  assertReachable(host, found, outbound)
  return literal ? `${host} is an address, nothing to look up` : `${host} is at ${found.join(', ')}`
}

async function checkConnection({ url, timeoutMs, outbound, clock, signal }: Endpoint): Promise<string> {
  const host = hostOf(url)
  const secure = url.protocol === 'https:'
  const port = Number(url.port) || (secure ? 443 : 80)
  const options = { host, port, lookup: guardedLookup(outbound) }
  const begun = performance.now()
  const socket = secure ? connectTls({ ...options, ...(isIP(host) === 0 && { servername: host }) }) : connectTcp(options)
  try {
    await opened(socket, secure ? 'secureConnect' : 'connect', AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])).catch(
      rethrown(`Connecting to ${host}:${port}`),
    )
    const ms = Math.round(performance.now() - begun)
    if (!secure) return `Connected to ${host}:${port} in ${ms} ms; not encrypted`
    return `Connected to ${host}:${port} in ${ms} ms, ${describeTls(socket as TLSSocket, clock)}`
  } finally {
    socket.destroy()
  }
}

const opened = (socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = () => reject(Object.assign(new Error('Timed out'), { code: 'ETIMEDOUT' }))
    signal.addEventListener('abort', abort, { once: true })
    socket.once('error', reject)
    socket.once(event, () => {
      signal.removeEventListener('abort', abort)
      resolve()
    })
  })

function describeTls(socket: TLSSocket, clock: Clock): string {
  const { valid_to: until, subject } = socket.getPeerCertificate()
  const days = Math.floor((Date.parse(until) - clock.now().getTime()) / dayMs)
  const warning = days < soonDays ? `: renew it soon, ${days} days are left` : ''
  return `${socket.getProtocol()}, certificate of ${subject?.CN ?? 'an unnamed subject'} valid until ${new Date(until).toISOString().slice(0, 10)}${warning}`
}

const rethrown =
  (what: string) =>
  (thrown: unknown): never => {
    throw classifyFailure(thrown, what)
  }

/** "Clock": how far the ERP's clock is from ours, by the `Date` of an answer. `lastAsOf` tells the latest one. */
export const clockCheck = (clock: Clock, lastAsOf: () => { readonly asOf: string; readonly seen: Date } | null): CheckStep => ({
  name: 'Clock',
  essential: false,
  async run() {
    const last = lastAsOf()
    if (!last) return 'The ERP sends no Date header, so its clock is not known'
    const seconds = Math.round((Date.parse(last.asOf) - last.seen.getTime()) / 1000)
    if (Math.abs(seconds) > mostOffsetSeconds) {
      throw new AppError(
        'setup.request-refused',
        `The ERP's clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} ours (${clock.now().toISOString()})`,
      )
    }
    return Math.abs(seconds) <= 1
      ? 'The clocks agree'
      : `The ERP's clock is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} ours`
  },
})

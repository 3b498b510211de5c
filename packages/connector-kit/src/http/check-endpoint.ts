import { lookup } from 'node:dns/promises'
import { AppError, type CheckStep, type Clock } from '@linkspan/core/connector'
import { addressOfHost } from './address-guard.ts'
import { checkTls } from './check-tls.ts'
import { withDeadline } from './deadline.ts'
import type { Endpoint } from './endpoint.ts'
import { assertAllowed } from './guarded-lookup.ts'
import { toNetworkError } from './network-errors.ts'
import { proxyFor } from './proxy-for.ts'

const maxOffsetSeconds = 300

/** "DNS" and "TCP/TLS": whether the host is known, may be reached, listens, and shows a certificate to be trusted. */
export const endpointChecks = (endpoint: Endpoint): readonly CheckStep[] => [dnsCheck(endpoint), tlsCheck(endpoint)]

function tlsCheck(endpoint: Endpoint): CheckStep {
  let certificateExpiresAt: string | undefined
  const onCertificate = (end: Date) => {
    certificateExpiresAt = end.toISOString()
  }
  return {
    name: 'TCP/TLS',
    essential: true,
    run: () => checkTls(endpoint, onCertificate),
    facts: () => (certificateExpiresAt === undefined ? {} : { certificateExpiresAt }),
  }
}

/** "DNS": whether the host is known and may be reached. */
export const dnsCheck = (endpoint: Omit<Endpoint, 'clock'>): CheckStep => ({ name: 'DNS', essential: true, run: () => checkDns(endpoint) })

async function checkDns({ url, outbound, signal, timeoutMs }: Omit<Endpoint, 'clock'>): Promise<string> {
  const literal = addressOfHost(url.hostname)
  if (literal !== null) {
    assertAllowed(literal, [literal], outbound)
    return `${literal} is an address, nothing to look up`
  }
  const host = url.hostname
  const proxy = proxyFor(url, outbound)
  if (proxy && outbound.allowPrivate) return `${host} is looked up by the proxy ${proxy.host}`
  const overdue = () => new AppError('remote.unreachable', `Looking up ${host}: no answer within ${timeoutMs} ms`)
  const resolved = withDeadline({ signal, timeoutMs, overdue }, (deadline) =>
    Promise.race([
      lookup(host, { all: true }),
      new Promise<never>((_, reject) => deadline.addEventListener('abort', () => reject(deadline.reason))),
    ]),
  )
  const addresses = await resolved.catch((thrown: unknown) => {
    throw toNetworkError(thrown, 'before-answer', `Looking up ${host}`)
  })
  const found = addresses.map(({ address }) => address)
  assertAllowed(host, found, outbound)
  return `${host} is at ${found.join(', ')}`
}

type ServerTime = () => { readonly serverTime: string; readonly seen: Date } | null

const offsetOf = (last: NonNullable<ReturnType<ServerTime>>): number => Date.parse(last.serverTime) - last.seen.getTime()

/** "Clock": how far the ERP's clock is from ours, by the `Date` of an answer. `lastServerTime` tells the latest one. */
export const clockCheck = (clock: Clock, lastServerTime: ServerTime): CheckStep => ({
  name: 'Clock',
  essential: false,
  async run() {
    const last = lastServerTime()
    if (!last) return 'The ERP sends no Date header, so its clock is not known'
    const offset = Math.round(offsetOf(last) / 1000)
    if (Math.abs(offset) <= 1) return 'The clocks agree to the second'
    const sentence = `The ERP's clock is ${Math.abs(offset)} s ${offset > 0 ? 'ahead of' : 'behind'} ours`
    if (Math.abs(offset) > maxOffsetSeconds)
      throw new AppError('setup.clock-skewed', sentence, { details: { seconds: offset, ours: clock.now().toISOString() } })
    return sentence
  },
  facts() {
    const last = lastServerTime()
    return last ? { clockOffsetMs: Math.round(offsetOf(last)) } : {}
  },
})

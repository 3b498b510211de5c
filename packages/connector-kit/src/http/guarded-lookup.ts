import { type LookupAddress, lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { AppError, type OutboundPolicy } from '@linkspan/core/connector'
import { addressOfHost, forbiddenRange } from './address-guard.ts'

/** Throws `setup.address-forbidden` if one of the addresses is closed to us. */
export function assertAllowed(host: string, addresses: readonly string[], outbound: OutboundPolicy): void {
  if (outbound.allowPrivate) return
  for (const address of addresses) {
    const range = forbiddenRange(address)
    if (range === null) continue
    const whose = host === address ? address : `${host} leads to ${address}, which`
    throw new AppError('setup.address-forbidden', `${whose} is not allowed: it is a ${range} address`, {
      details: { host, address, range },
    })
  }
}

/** The same for a host that is itself an address; a name passes, its addresses are looked at when they are known. */
export function assertAllowedHost(hostname: string, outbound: OutboundPolicy): void {
  const address = addressOfHost(hostname)
  if (address !== null) assertAllowed(address, [address], outbound)
}

/** Resolves names for a socket and refuses forbidden addresses there, so that no second, different answer of the DNS can slip through. */
export const guardedLookup =
  (outbound: OutboundPolicy): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error: Error | null, addresses: readonly LookupAddress[]) => {
      const fail = (failure: Error) => callback(failure as NodeJS.ErrnoException, '', 0)
      if (error) return fail(error)
      try {
        assertAllowed(
          hostname,
          addresses.map(({ address }) => address),
          outbound,
        )
      } catch (forbidden) {
        return fail(forbidden as Error)
      }
      const [first] = addresses
      if (options.all) return callback(null, [...addresses])
      return first ? callback(null, first.address, first.family) : fail(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }))
    })
  }

import type { ERPConnection } from '@linkspan/client'

export interface ConnectionFilter {
  readonly q?: string | undefined
  readonly status?: ERPConnection['status'] | undefined
  readonly provider?: ERPConnection['provider'] | undefined
  /** The connection whose row is open. */
  readonly open?: string | undefined
}

export const statusNames = ['active', 'inactive', 'error', 'testing'] as const satisfies readonly ERPConnection['status'][]
export const providerNames = [
  'SAP',
  'Oracle',
  'NetSuite',
  'Dynamics',
  'Odoo',
  'Infor',
  'Epicor',
  'Custom',
] as const satisfies readonly ERPConnection['provider'][]

/** Reads the filter from the search parameters of an address. What is unknown is left out. */
export function readFilter({ q, status, provider, open }: Readonly<Record<string, unknown>>): ConnectionFilter {
  const knownStatus = statusNames.find((name) => name === status)
  const knownProvider = providerNames.find((name) => name === provider)
  return {
    ...(typeof q === 'string' && q !== '' && { q }),
    ...(knownStatus && { status: knownStatus }),
    ...(knownProvider && { provider: knownProvider }),
    ...(typeof open === 'string' && { open }),
  }
}

/** Whether a connection fits. The whole list is loaded, so nothing that fits is missed. */
export const fits = ({ name, status, provider }: ERPConnection, filter: ConnectionFilter): boolean =>
  name.toLowerCase().includes((filter.q ?? '').trim().toLowerCase()) &&
  (filter.status === undefined || status === filter.status) &&
  (filter.provider === undefined || provider === filter.provider)

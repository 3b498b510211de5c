import { secret } from '@linkspan/core/connector'
import { z } from 'zod'
import { apiKey } from './api-key.ts'
import { type Authorizer, combined } from './authorizer.ts'

/** Headers that HTTP itself sets. */
const setByHttp = ['host', 'connection', 'content-length', 'transfer-encoding', 'upgrade', 'expect', 'keep-alive', 'accept-encoding']

const SecretHeaders = z
  .record(
    z
      .string()
      .regex(/^[\w!#$%&'*+.^`|~-]+$/, 'must be the name of a header')
      .max(200)
      .refine((name) => !setByHttp.includes(name.toLowerCase()), 'is set by HTTP itself'),
    z
      .string()
      .min(1)
      .max(10_000)
      .regex(/^[\x20-\x7e]*$/, 'must be printable ASCII'),
  )
  .refine((headers) => {
    const names = Object.keys(headers).map((name) => name.toLowerCase())
    return new Set(names).size === names.length
  }, 'must name each header once')

/** Settings of every connector that calls an ERP over HTTP: what proves who we are and has no field among the credentials. */
export const secretParts = {
  secretHeaders: secret(SecretHeaders)
    .optional()
    .describe('Headers that hold a secret, by name. They are sent with every call to the ERP, stored encrypted, and shown as "********".'),
  secretQuery: secret(z.record(z.string().min(1).max(200), z.string().min(1).max(10_000)))
    .optional()
    .describe('Query parameters that hold a secret, treated like secretHeaders.'),
}

export interface SecretParts {
  readonly secretHeaders?: Readonly<Record<string, string>> | undefined
  readonly secretQuery?: Readonly<Record<string, string>> | undefined
}

/** Adds them to each request. Another authorizer behind this one may replace a header. */
export const secretPartsOf = ({ secretHeaders = {}, secretQuery = {} }: SecretParts): Authorizer =>
  combined([
    ...Object.entries(secretHeaders).map(([name, value]) => apiKey({ name, value, in: 'header' })),
    ...Object.entries(secretQuery).map(([name, value]) => apiKey({ name, value, in: 'query' })),
  ])

import { z } from 'zod'
import { parsePath } from '../mapping/path.ts'
import { DataTypeId } from '../records/data-types.ts'

const HeaderName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,100}$/, 'must be the name of an HTTP header')
  .transform((name) => name.toLowerCase())

const Path = z.string().refine((text) => parsePath(text) !== null, 'must be a path such as event.type or value[].resource')

/** Where an event says what it is about, and what its words mean. */
const NamedIn = z.object({
  path: Path.describe(
    'Where the body, as JSON, says what has changed: `event.type`, or `value[].resource` for several events in one body.',
  ),
  map: z
    .record(z.string().min(1).max(200), DataTypeId)
    .refine((map) => Object.keys(map).length > 0, 'must name at least one word')
    .describe('Which data type each of its words means. A word also counts as a part of a longer one: `items` of `companies(1)/items(2)`.'),
})

const common = {
  dataType: z.union([DataTypeId, NamedIn]).optional().describe('What has changed: a data type, or where the body names it.'),
  path: NamedIn.shape.path.optional(),
  map: NamedIn.shape.map.optional(),
}

const Standard = z.object({
  ...common,
  scheme: z.literal('standard').default('standard').describe('Standard Webhooks: signatures of id, time and body.'),
})

const Hmac = z.object({
  ...common,
  scheme: z.literal('hmac').describe('An HMAC of the body in a header.'),
  header: HeaderName.describe('The header with the signature of the body.'),
  algorithm: z.enum(['sha256', 'sha512']).default('sha256').describe('The hash of the HMAC.'),
  encoding: z.enum(['hex', 'base64']).default('hex').describe('How the signature is written.'),
  prefix: z.string().max(20).optional().describe('What is written before the signature, as in `sha256=`.'),
  timestampHeader: HeaderName.optional().describe(
    'The header with the time of sending, in seconds since 1970 or ISO 8601. The signature is of the body, or of the time, a point and the body.',
  ),
})

const Token = z.object({
  ...common,
  scheme: z.literal('token').describe('The secret itself, in a header or in the body.'),
  header: HeaderName.optional().describe('The header that has the secret, plain or after `Bearer`.'),
  tokenPath: Path.optional().describe("Where the body has the secret, if no header has it: `value[].clientState` of Business Central's."),
})

/** How an ERP proves the events that it sends, and what they are about. */
export const WebhookSettings = z
  .union([Hmac, Token, Standard])
  .refine(({ dataType, path, map }) => dataType === undefined || (path === undefined && map === undefined), {
    message: 'has both `dataType` and `path` or `map`: use one of them',
  })
  .refine(({ path, map }) => (path === undefined) === (map === undefined), { message: 'must have `path` and `map` together' })
  .refine((given) => given.scheme !== 'token' || given.header !== undefined || given.tokenPath !== undefined, {
    message: 'must say in which `header` the secret comes',
  })
  .describe('Events of the ERP: `POST /webhooks/erp/{connectionId}` starts an incremental sync of what has changed.')
export type WebhookSettings = z.output<typeof WebhookSettings>

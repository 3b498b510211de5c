import { secretParts } from '@linkspan/connector-kit/authorizers/secret-parts'
import { type DataTypeId, dataTypeIds, Timezone } from '@linkspan/core/connector'
import { z } from 'zod'

const Path = z.string().min(1).max(500)
const Name = z.string().min(1).max(200)
const setByUs = [
  'authorization',
  'cookie',
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'expect',
  'keep-alive',
  'accept-encoding',
  'proxy-authorization',
]

const Headers = z
  .record(
    z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, 'must be the name of a header'),
    z.string().regex(/^[\t\x20-\x7e]*$/, 'must be printable ASCII'),
  )
  .superRefine((headers, context) => {
    for (const name of Object.keys(headers)) {
      if (!setByUs.includes(name.toLowerCase())) continue
      context.addIssue({
        code: 'custom',
        path: [name],
        message: 'is not set here: credentials belong into the credentials, the rest is ours',
      })
    }
  })

const limitParameter = Name.optional().describe('The query parameter for the number of rows. It is sent only if it is named here.')

/** How to ask for the next page (docs/erp/home-made-rest.md#paging-styles). */
export const RestPaging = z.discriminatedUnion('style', [
  z.strictObject({ style: z.literal('auto'), limitParameter }).describe('A Link header or a next URL, if there is one.'),
  z.strictObject({ style: z.literal('link'), limitParameter }).describe('A Link header with rel="next".'),
  z.strictObject({ style: z.literal('next'), path: Path.default('next'), limitParameter }).describe('A URL in the body.'),
  z.strictObject({
    style: z.literal('page'),
    parameter: Name.default('page'),
    firstPage: z.int().min(0).max(1).default(1),
    limitParameter,
  }),
  z.strictObject({ style: z.literal('offset'), parameter: Name.default('offset'), limitParameter }),
  z
    .strictObject({
      style: z.literal('cursor'),
      parameter: Name.default('cursor'),
      path: Path.default('nextCursor'),
      header: Name.optional(),
      limitParameter,
    })
    .describe('A token in the body at `path`, or in the header `header`.'),
  z
    .strictObject({
      style: z.literal('keyset'),
      parameter: Name.optional().describe('Asks for rows after this id.'),
      timeParameter: Name.optional().describe(
        'Asks for rows that changed at this time or later; together with `parameter`, after that id among them.',
      ),
      limitParameter,
    })
    .refine(({ parameter, timeParameter }) => parameter !== undefined || timeParameter !== undefined, 'needs parameter or timeParameter'),
  z.strictObject({ style: z.literal('none') }).describe('One answer has everything.'),
])
export type RestPaging = z.infer<typeof RestPaging>

export const SinceFormat = z.enum(['iso', 'date', 'epoch', 'epoch-ms'])

/**
 * How to write records. By default: `POST` to the data type's path, `PATCH` to the path of the record, with an `Idempotency-Key`
 * (docs/erp/home-made-rest.md#idempotency-keys) and without `If-Match` (docs/erp/home-made-rest.md#versions-of-records).
 */
export const RestPush = z.strictObject({
  path: Path.optional().describe('Where records are created; by default where they are read.'),
  method: z.enum(['POST', 'PUT']).default('POST'),
  updatePath: Path.includes('{id}').optional().describe("Where a record is changed; {id} is the ERP's id. By default below the path."),
  updateMethod: z.enum(['PATCH', 'PUT', 'none']).default('PATCH').describe('PATCH sends the changed fields, PUT all of them.'),
  referenceField: Path.optional().describe('Where the ERP keeps our reference, "ourReference" by default: by it a record is found again.'),
  lookup: z
    .strictObject({ path: Path.optional(), parameter: Name.optional() })
    .optional()
    .describe('How the ERP is asked for a reference: by a query parameter, named like the field by default.'),
  idempotencyHeader: Name.nullable().default('Idempotency-Key').describe('null: none is sent.'),
  ifMatch: z.boolean().default(false).describe('Whether updates carry If-Match with the ETag of the last answer.'),
  naming: z.enum(['camel', 'snake']).default('camel').describe('How our field names are written.'),
  decimals: z.enum(['string', 'number']).default('string').describe('How money and quantities are written.'),
  fields: z
    .record(Name, z.union([Path, z.literal(false)]))
    .optional()
    .describe(
      'Canonical field → path in what is sent; false leaves it out. Within lines and addresses as in "lines[].sku" and "shipTo.city".',
    ),
  wrap: Name.optional().describe('The one field that the record is put into, as in {"order": {…}}.'),
})
export type RestPush = z.infer<typeof RestPush>

/** Where one data type is found, and how its answers are read. Paths into an answer have dots, as in `result.rows`. */
export const RestResource = z.strictObject({
  path: Path.refine((path) => !path.includes('://') && !path.startsWith('//'), 'is below apiUrl: leave scheme and host out').optional(),
  query: z
    .record(Name, z.string())
    .optional()
    .describe('Values may name {since}, {cursor}, {page}, {offset}, {limit}; a parameter whose value is not there is left out.'),
  filters: z
    .record(Name, Name)
    .optional()
    .describe(
      'Canonical field → the parameter by which the ERP gives only records with one text in it: what `filters` leave out is not even read.',
    ),
  headers: Headers.optional(),
  rows: z.string().max(500).optional().describe('Where the list is; empty: the answer itself.'),
  id: z
    .union([Path, z.array(Path).min(1)])
    .optional()
    .describe('Where the id is in a row; of several the values are joined by "/".'),
  changedAt: Path.optional(),
  zone: Timezone.optional().describe('The time zone of times that name none. By default UTC, with a warning if there are such times.'),
  paging: RestPaging.optional(),
  since: z
    .strictObject({
      parameter: Name,
      format: SinceFormat.default('iso'),
      template: z.string().includes('{since}').optional().describe('Text around the time, as in "modified ge \'{since}\'".'),
    })
    .optional(),
  total: z.union([z.literal(false), z.strictObject({ path: Path }), z.strictObject({ header: Name })]).optional(),
  fields: z.record(Name, Path).optional().describe('Canonical field → path in the row; comes before the aliases.'),
  success: z.strictObject({ path: Path, equals: z.union([z.string(), z.number(), z.boolean(), z.null()]) }).optional(),
  errorMessage: Path.optional(),
  push: RestPush.partial().optional(),
})
export type RestResource = z.infer<typeof RestResource>

export const RestAuthentication = z.strictObject({
  kind: z.enum(['none', 'basic', 'bearer', 'api-key', 'oauth2']).optional().describe('By default what the credentials suggest.'),
  name: Name.optional().describe('api-key: the header or the query parameter, X-API-Key by default.'),
  in: z.enum(['header', 'query']).optional().describe('api-key: where the key goes.'),
  prefix: z.string().max(50).optional().describe('api-key: text before the key, as in "Token ".'),
  secretIn: z.enum(['header', 'body']).optional().describe("oauth2: where the client's secret goes, a Basic header by default."),
  audience: z.string().optional(),
  resource: z.string().optional(),
  checkPath: Path.optional().describe('What a connection test calls; by default the first enabled data type.'),
})
export type RestAuthentication = z.infer<typeof RestAuthentication>

const resources = Object.fromEntries(dataTypeIds.map((id) => [id, RestResource.optional()])) as Record<
  DataTypeId,
  z.ZodOptional<typeof RestResource>
>

/** The connector's own settings. All of them may be left out if the ERP follows the convention. */
export const RestSettings = z.object({
  resources: z.strictObject(resources).optional(),
  authentication: RestAuthentication.optional(),
  headers: Headers.optional().describe('Sent with every call.'),
  ...secretParts,
  maxResponseBytes: z.int().min(1024).max(1_073_741_824).default(67_108_864).describe('The longest answer that is read, in bytes.'),
})
export type RestSettings = z.infer<typeof RestSettings>

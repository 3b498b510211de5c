import { secretParts } from '@linkspan/connector-kit/authorizers/secret-parts'
import { type DataTypeId, dataTypeIds } from '@linkspan/core/connector'
import { z } from 'zod'

const Name = z.string().min(1).max(200)
const Units = z.record(Name, Name).describe("Our unit of measure → the partner's.")

const Identity = z.strictObject({ domain: Name.default('NetworkId'), identity: Name })

export const CxmlSettings = z.strictObject({
  from: Identity.optional().describe('Who orders; doiUsername by default.'),
  to: Identity.optional().describe("Who delivers; the endpoint's host by default."),
  sender: Identity.optional().describe('Who signs with the shared secret; "from" by default.'),
  dtdVersion: z
    .string()
    .regex(/^1\.2\.\d{3}$/)
    .default('1.2.063')
    .describe('The version of the DTD that the DOCTYPE names.'),
  deploymentMode: z.enum(['production', 'test']).default('production').describe('Documents for the other mode are refused.'),
  language: z.string().min(2).max(20).default('en'),
  classification: z
    .strictObject({ domain: Name, code: Name })
    .optional()
    .describe('The classification of every line, which the DTD requires.'),
  units: Units.optional(),
  defaultUnit: Name.optional(),
  extrinsics: z.record(Name, z.string().max(1000)).optional().describe('Extrinsic elements that the partner expects, by name.'),
})

const Party = z.strictObject({
  endpoint: z.strictObject({ scheme: Name, id: Name }).optional(),
  id: Name.optional(),
  name: Name.optional(),
})

export const UblSettings = z.strictObject({
  buyer: Party.default({}),
  seller: Party.default({}),
  customizationId: Name.optional(),
  profileId: Name.optional(),
  units: Units.optional(),
})

export const TemplateSettings = z.strictObject({
  text: z
    .string()
    .max(200_000)
    .describe('XML with {{fields}}, {{#lines}}…{{/lines}}, {{reference}} and {{payloadId}}; the values of an order are escaped.'),
  answer: z.strictObject({
    path: z.string().max(500).describe('Where the answer has its status, as in "Result/@code".'),
    success: z.array(z.string()).min(1).describe('The statuses that mean that the order was accepted.'),
    messagePath: z.string().max(500).optional().describe("Where the answer has the partner's message."),
  }),
})

/** One data type that the endpoint serves as XML. */
export const DoiResource = z.strictObject({
  path: z.string().max(500).describe('Below doiEndpoint.'),
  rows: z.string().min(1).max(500).describe('The elements that are records, as in "Catalog/Product".'),
  fields: z.record(Name, z.string()).optional().describe('Canonical field → path in the row; attributes as "@name".'),
  id: z.union([Name, z.array(Name).min(1)]).optional(),
})

const resources = Object.fromEntries(dataTypeIds.map((id) => [id, DoiResource.optional()])) as Record<
  DataTypeId,
  z.ZodOptional<typeof DoiResource>
>

/** The connector's own settings. All of them are optional. */
export const DoiSettings = z.object({
  dialect: z.enum(['cxml', 'ubl', 'template']).default('cxml').describe('The form in which orders are sent.'),
  cxml: CxmlSettings.optional(),
  ubl: UblSettings.optional(),
  template: TemplateSettings.optional(),
  inboundBasic: z
    .enum(['required', 'optional'])
    .default('required')
    .describe('"optional": the shared secret in a cXML document is enough. If HTTP Basic is sent, it must be right.'),
  resources: z.strictObject(resources).optional().describe('What else the endpoint serves as XML.'),
  ...secretParts,
  maxResponseBytes: z.int().min(1024).max(1_073_741_824).default(67_108_864).describe('The largest answer that is read, in bytes.'),
})
export type DoiSettings = z.infer<typeof DoiSettings>

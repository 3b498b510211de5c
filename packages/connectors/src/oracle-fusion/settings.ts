import { apiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { secretParts } from '@linkspan/connector-kit/authorizers/secret-parts'
import { secret } from '@linkspan/core/connector'
import { z } from 'zod'

const { apiUrl, username, password, oauthToken, clientId, clientSecret, tokenUrl, scope } = apiCredentials
const Text = z.string().trim().min(1)
const pem = (what: string) => z.string().regex(/^\s*-----BEGIN [A-Z ]+-----/, `must be PEM text, beginning with "-----BEGIN ${what}-----"`)

export const FusionCredentials = z.object({
  apiUrl,
  username,
  password,
  oauthToken,
  clientId,
  clientSecret,
  tokenUrl,
  scope,
  privateKey: secret(pem('PRIVATE KEY')).optional().describe('The key that signs JWTs: PEM, without a passphrase.'),
  certificate: pem('CERTIFICATE').optional().describe('The certificate of privateKey: PEM. Its thumbprint goes into the JWTs.'),
  certificateId: Text.optional().describe('The alias of the certificate, as the "kid" of the JWTs.'),
  issuer: Text.optional().describe('Who signs the JWTs. clientId unless told.'),
  audience: Text.optional().describe('Whom the JWTs are for. Known for the identity domains of Oracle; else tokenUrl, or apiUrl.'),
})
export type FusionCredentials = z.infer<typeof FusionCredentials>

const Id = z
  .union([z.int().positive(), z.string().trim()])
  .transform(String)
  .refine((text) => /^\d{1,18}$/.test(text), 'must be a number')

/** What Fusion calls a customer in its own tables: ids that only the tenant knows. */
const Customer = z.object({
  billToAccountId: Id.optional(),
  billToSiteUseId: Id.optional(),
  shipToPartyId: Id.optional(),
  shipToSiteId: Id.optional(),
})

const totalCode = (what: string) => Text.optional().describe(`The TotalCode of the ${what} of an order.`)

/** The connector's own settings. */
export const FusionSettings = z.object({
  organizationCode: Text.optional().describe(
    'The item master organization: products are its items. May be left out if there is only one organization.',
  ),
  inventoryOrganizations: z
    .array(Text)
    .min(1)
    .max(200)
    .optional()
    .describe('The codes of the organizations whose stock is read. Only organizationCode unless told.'),
  sourceSystem: Text.max(30)
    .optional()
    .describe('The source system that written orders come from, as Fusion knows it. Needed to write orders.'),
  businessUnitId: Id.optional().describe('The business unit of written orders. It or businessUnitName is needed to write orders.'),
  businessUnitName: Text.optional().describe('The name of the business unit of written orders.'),
  transactionTypeCode: Text.optional().describe('The order type of written orders, as in STD.'),
  customers: z
    .record(z.string(), Customer)
    .optional()
    .describe('For each customer (the number of the party; "*" for all others) the ids of the account and sites that written orders name.'),
  units: z
    .record(z.string(), z.string().min(1).max(10))
    .optional()
    .describe('Our units of measure as Fusion calls them, as in {"EA": "Ea"}.'),
  requestedDate: z
    .enum(['RequestedShipDate', 'RequestedArrivalDate'])
    .default('RequestedShipDate')
    .describe('Which date of an order the requested delivery date is.'),
  submitOrders: z.boolean().default(true).describe('Whether written orders are submitted. If not, they stay drafts.'),
  upsert: z.boolean().default(false).describe('Whether Fusion updates an order that it has already instead of refusing it (Upsert-Mode).'),
  prices: z
    .enum(['fusion', 'order'])
    .default('fusion')
    .describe('Whose prices written orders have: those of Fusion, or those of the order.'),
  totalCodes: z
    .object({
      subtotal: totalCode('net amount'),
      taxTotal: totalCode('tax'),
      shippingTotal: totalCode('shipping charges'),
      discountTotal: totalCode('discount'),
      total: totalCode('whole amount'),
    })
    .optional()
    .describe('How Fusion calls the totals of orders, if they are not found by their usual codes.'),
  readsReservations: z
    .boolean()
    .default(true)
    .describe('Whether reserved quantities are read from the resource "inventoryReservations", with the stock of each organization.'),
  readsLots: z.boolean().default(false).describe('Whether stock is told by lot and locator too, with the children "lots".'),
  readsShipments: z.boolean().default(true).describe('Whether carriers are read from the resource "shipments".'),
  visibleAfterSeconds: z
    .number()
    .min(0)
    .max(600)
    .default(30)
    .describe('How long Fusion may not find an order that it has just been sent, in seconds.'),
  apiVersion: Text.regex(/^[\w.]+$/, 'must be a version, as in 11.13.18.05')
    .optional()
    .describe('The version of the REST API. 11.13.18.05 unless told.'),
  restFrameworkVersion: z.int().min(1).max(20).default(4).describe('The version of the REST framework that is asked for.'),
  jwtAlgorithm: z.enum(['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384']).default('RS256').describe('How JWTs are signed.'),
  ...secretParts,
  maxResponseBytes: z.int().min(1024).max(1_073_741_824).optional().describe('The most bytes of one answer. 64 MiB unless told.'),
})
export type FusionSettings = z.infer<typeof FusionSettings>

import { apiCredentials, EntraTenant } from '@linkspan/connector-kit/authorizers/credentials'
import { secretParts } from '@linkspan/connector-kit/authorizers/secret-parts'
import { orderBatchSize } from '@linkspan/connector-kit/odata/order-batch-size'
import { z } from 'zod'

const { apiUrl, username, password, oauthToken, clientId, clientSecret, tokenUrl, scope } = apiCredentials

export const BcCredentials = z.object({
  tenantId: EntraTenant.optional(),
  clientId,
  clientSecret,
  tokenUrl,
  scope,
  apiUrl: apiUrl.optional(),
  username,
  password,
  oauthToken,
})
export type BcCredentials = z.infer<typeof BcCredentials>

const AmountLine = z
  .strictObject({
    type: z.enum(['Account', 'Charge']).describe('Account: a G/L account. Charge: an item charge.'),
    number: z.string().trim().min(1).max(20).describe('Its number.'),
  })
  .optional()

/** The connector's own settings. */
export const BcSettings = z.object({
  environment: z
    .string()
    .trim()
    .regex(/^[\w -]+$/, 'must be the name of an environment')
    .default('production')
    .describe('The environment in the cloud, as in production or sandbox.'),
  company: z.string().trim().min(1).optional().describe('Name or id of the company. May be left out if there is only one.'),
  localCurrency: z
    .string()
    .trim()
    .regex(/^[A-Z]{3}$/, 'must be a currency code of three capital letters')
    .optional()
    .describe('The local currency (ISO 4217) of the company, if Business Central does not tell it.'),
  inventoryPath: z
    .string()
    .trim()
    .regex(/^[^?#\s]+$/, 'must be a path without query')
    .optional()
    .describe(
      'A custom API page with the stock of each location: an entity set of the API v2.0, or {publisher}/{group}/{version}/{entity set}. Beginning with "/": from the host\'s root.',
    ),
  units: z
    .record(z.string(), z.string().min(1).max(10))
    .optional()
    .describe('Our units of measure as Business Central calls them, as in {"EA": "PCS"}.'),
  orderBatchSize,
  shippingLine: AmountLine.describe(
    'The line that shipping cost (shippingTotal) is written as. Without it they are not sent, and runs say so.',
  ),
  discountLine: AmountLine.describe('The line that discounts of a whole order (discountTotal) are written as, with a negative price.'),
  ...secretParts,
  maxResponseBytes: z.int().min(1024).max(1_073_741_824).optional().describe('The most bytes of one answer. 64 MiB unless told.'),
})
export type BcSettings = z.infer<typeof BcSettings>

import { apiCredentials, EntraTenant } from '@linkspan/connector-kit/authorizers/credentials'
import { secretParts } from '@linkspan/connector-kit/authorizers/secret-parts'
import { z } from 'zod'
import { roles } from './entity-sets.ts'

const { apiUrl, oauthToken, clientId, clientSecret, tokenUrl, scope } = apiCredentials

export const FoCredentials = z.object({
  tenantId: EntraTenant.optional(),
  clientId,
  clientSecret,
  tokenUrl,
  scope,
  apiUrl,
  oauthToken,
})
export type FoCredentials = z.infer<typeof FoCredentials>

const Text = z.string().trim().min(1)
const EntitySet = z.string().trim().regex(/^\w+$/, 'must be the name of an entity set').optional()

/** The connector's own settings. */
export const FoSettings = z.object({
  legalEntity: z
    .string()
    .trim()
    .regex(/^\w{1,4}$/, 'must be the id of a legal entity, of at most four letters and digits')
    .optional()
    .describe('The legal entity (dataAreaId) whose data are read and written, as in usmf. May be left out if there is only one.'),
  warehouse: Text.max(30)
    .optional()
    .describe(
      'The warehouse, or site/warehouse, that lines of new orders are delivered from if they name no location. Without it the environment decides.',
    ),
  accountingCurrency: z
    .string()
    .trim()
    .regex(/^[A-Z]{3}$/, 'must be a currency code of three capital letters')
    .optional()
    .describe('The currency of prices and costs (ISO 4217), if the environment does not tell it.'),
  referenceField: z
    .enum(['CustomersOrderReference', 'CustomerRequisitionNumber'])
    .default('CustomersOrderReference')
    .describe('Where the reference is kept by which a written order is found again.'),
  orderNumbers: z
    .enum(['automatic', 'manual'])
    .default('automatic')
    .describe('Whether the environment numbers new orders, or takes our reference as the number. Then header and lines are one change.'),
  orderDefaults: z
    .record(z.string().regex(/^\w+$/), z.union([z.string(), z.number(), z.boolean()]))
    .optional()
    .describe('Further properties of the header of new orders, as in {"SalesOrderPoolId": "WEB"}. They replace ours.'),
  language: Text.default('en-us').describe('The language of new orders.'),
  orderWindowDays: z
    .int()
    .min(0)
    .max(3650)
    .default(30)
    .describe('Orders that were created in so many days are read again by every incremental sync, besides all that are open.'),
  inactiveLifecycleStates: z.array(Text).optional().describe('The product lifecycle states in which a product is not active any more.'),
  units: z
    .record(z.string(), z.string().min(1).max(10))
    .optional()
    .describe('Our units of measure as the environment calls them, as in {"EA": "ea"}.'),
  entitySets: z
    .strictObject(Object.fromEntries(roles.map((role) => [role, EntitySet])) as Record<(typeof roles)[number], typeof EntitySet>)
    .optional()
    .describe('The names of entity sets that differ from those that are looked for, as in {"packingSlips": "MyPackingSlips"}.'),
  ...secretParts,
  maxResponseBytes: z
    .int()
    .min(1024)
    .max(1_073_741_824)
    .default(268_435_456)
    .describe('The most bytes of one answer. $metadata alone can have more than 64 MiB.'),
})
export type FoSettings = z.infer<typeof FoSettings>

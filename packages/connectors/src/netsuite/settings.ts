import { apiCredentials } from '@linkspan/connector-kit/authorizers/credentials'
import { secretParts } from '@linkspan/connector-kit/authorizers/secret-parts'
import { secret, Timezone } from '@linkspan/core/connector'
import { z } from 'zod'

const { apiUrl, clientId, tokenUrl } = apiCredentials
const text = z.string().trim().min(1)
const pem = z
  .string()
  .regex(/^\s*-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'must be PEM text, beginning with "-----BEGIN PRIVATE KEY-----"')
  .describe('The private key of the certificate, as PEM.')

export const NetSuiteCredentials = z.object({
  accountId: text.regex(/^[A-Za-z0-9]+([_-][A-Za-z0-9]+)?$/, 'must be an account id, as in 1234567 or 1234567_SB1').optional(),
  clientId,
  certificateId: text.optional(),
  privateKey: secret(pem).optional(),
  consumerKey: text.optional(),
  consumerSecret: secret(z.string().trim().min(1)).optional(),
  tokenId: text.optional(),
  tokenSecret: secret(z.string().trim().min(1)).optional(),
  apiUrl: apiUrl.optional(),
  tokenUrl,
})
export type NetSuiteCredentials = z.infer<typeof NetSuiteCredentials>

/** A name of SuiteQL: it goes into queries as it is. */
const name = z.string().regex(/^[A-Za-z]\w*$/, 'must be the name of a table or field')
const id = z.string().regex(/^-?\d+$/, 'must be an internal id')

/** Where the sales prices of items are: tables differ between accounts. */
const Prices = z.object({
  table: name.describe('As in pricing or itemprice.'),
  itemField: name.default('item'),
  priceField: name.default('unitprice'),
  levelField: name.default('pricelevel'),
  level: id.default('1').describe('The internal id of the price level. 1 is the base price.'),
  currencyField: name.optional(),
  currency: id.optional().describe('The internal id of the currency, if there are prices in several.'),
  quantityField: name.optional().describe('The field of the quantity from which on a price holds: that of 0 is taken.'),
})

/** The connector's own settings. */
export const NetSuiteSettings = z.object({
  accountTimeZone: Timezone.optional().describe(
    'The time zone of the account, in which NetSuite tells all times: an IANA name, as in America/Los_Angeles. Without it changes are asked for from 24 hours earlier.',
  ),
  subsidiary: text
    .optional()
    .describe('Name or internal id of the subsidiary whose orders, invoices and employees are read, and for which orders are written.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a currency code of three capital letters')
    .optional()
    .describe('The currency (ISO 4217) of an account that has only one, and of costs.'),
  columns: z
    .partialRecord(z.enum(['products', 'orders', 'order_lines', 'employees', 'invoices']), z.array(name).max(50))
    .optional()
    .describe(
      'Further SuiteQL columns to read, as in {"orders": ["custbody_region"]}. Mappings find them in the row, and what people see of them as custbody_regionname.',
    ),
  prices: Prices.optional().describe('Where the sales prices are. Without it products have none.'),
  readsAddresses: z
    .boolean()
    .default(false)
    .describe(
      'Read the addresses of orders, from TransactionShippingAddress and TransactionBillingAddress: two more queries for each page.',
    ),
  orderStatus: z
    .enum(['A', 'B'])
    .optional()
    .describe('The status of new orders: A pending approval, B pending fulfillment. By default the account decides.'),
  location: id.optional().describe('The internal id of the location of new orders.'),
  units: z.record(z.string(), id).optional().describe('The internal ids of our units of measure, as in {"PC": "1"}. Others are not sent.'),
  orderFields: z.record(z.string(), z.json()).optional().describe('Fields that every new order gets, as in {"customForm": {"id": "101"}}.'),
  ...secretParts,
  maxResponseBytes: z.int().min(1024).max(1_073_741_824).optional().describe('The most bytes of one answer. 64 MiB unless told.'),
})
export type NetSuiteSettings = z.infer<typeof NetSuiteSettings>

import { secretParts } from '@linkspan/connector-kit/authorizers/secret-parts'
import { orderBatchSize } from '@linkspan/connector-kit/odata/order-batch-size'
import { DateTime } from 'luxon'
import { z } from 'zod'

const Resource = z
  .object({
    path: z
      .string()
      .trim()
      .regex(/^[^?#\s]+$/, 'must be a path without query')
      .describe(
        "Path of the entity set. Beginning with '/': from the host's root; else below the service root. May hold a version as in API_X;v=0002/A_X.",
      ),
  })
  .optional()

const codes = (standard: string[], meaning: string, max = 4) =>
  z.array(z.string().trim().min(1).max(max)).max(50).default(standard).describe(meaning)

const condition = (what: string) =>
  z.string().min(1).max(4).optional().describe(`Condition type of ${what}. Without it they are not sent, and runs say so.`)

const partnerFunction = z.string().min(1).max(2)

const isTimeZone = (name: string): boolean => DateTime.local({ zone: name }).isValid

/** The connector's own settings. */
export const SapSettings = z.object({
  odataVersion: z
    .enum(['v2', 'v4'])
    .default('v2')
    .describe('Which services are read. V4 has products and orders; inventory, deliveries and invoices come from V2 always.'),
  sapClient: z
    .string()
    .regex(/^\d{3}$/, 'must have three digits')
    .optional()
    .describe("The SAP client (Mandant), as in 100. Needed if the system's default client is another."),
  sapLanguage: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{2}$/, 'must have two letters')
    .default('EN')
    .describe('Language of texts and error messages: ISO 639-1, as in EN or DE.'),
  resources: z
    .object({ products: Resource, inventory: Resource, orders: Resource, order_status: Resource, invoices: Resource })
    .optional()
    .describe('Paths that differ from the standard ones, by data type; of order_status that of the delivery headers.'),
  salesOrder: z
    .strictObject({
      organization: z.string().min(1).max(4).describe('Sales organization, as in 1710.'),
      distributionChannel: z.string().min(1).max(2),
      division: z.string().min(1).max(2),
      type: z.string().min(1).max(4).default('OR').describe('Order type.'),
      soldToParty: z.string().min(1).max(10).optional().describe('Who orders, if the order names no customer.'),
      priceCondition: z
        .string()
        .min(1)
        .max(4)
        .optional()
        .describe("Condition type of our prices, as in PPR0. Without it the prices are SAP's own."),
      discountCondition: condition('discounts of a whole order (discountTotal), as in HB00'),
      freightCondition: condition('shipping cost (shippingTotal), as in HD00'),
      taxCondition: condition("taxes (taxTotal). Needed only if SAP's own tax is not to count"),
      lineDiscountCondition: condition('discounts of a line'),
      partners: z
        .record(z.string().min(1).max(2), z.string().min(1).max(10))
        .optional()
        .describe('Further partners of every order: their numbers by partner function, as in {"SH": "17100003"}.'),
      addressFunctions: z
        .strictObject({ shipTo: partnerFunction.optional(), billTo: partnerFunction.optional() })
        .optional()
        .describe(
          'Partner functions that are sent with the addresses of the order, as in {"shipTo": "SH"}. Without it the addresses of SAP\'s own partners count, and runs say so. V2 only.',
        ),
      commentText: z
        .string()
        .regex(/^\w{4}$/, 'must be a text id of four characters')
        .optional()
        .describe(
          'Text id of the header that comment lines are sent as, as in TX01. Without it an order with a comment is refused. V2 only.',
        ),
      units: z
        .record(z.string(), z.string().min(1).max(3))
        .optional()
        .describe('Our units of measure as SAP calls them, as in {"EA": "PC"}.'),
    })
    .optional()
    .describe('How orders are written: needed before any is pushed.'),
  orderBatchSize,
  plants: z
    .array(z.string().trim().min(1).max(4))
    .min(1)
    .max(20)
    .optional()
    .describe('The plants whose stock is read, as in ["1010"]. Without it that of all of them.'),
  partners: z
    .strictObject({
      soldTo: codes(['SP', 'AG'], 'Partner functions of who orders.', 2),
      shipTo: codes(['SH', 'WE'], 'Partner functions of who receives the goods.', 2),
      billTo: codes(['BP', 'RE'], 'Partner functions of who is billed.', 2),
    })
    .prefault({})
    .describe("Which partners of an order the addresses are of: the functions depend on the technical user's language."),
  deliveries: z
    .strictObject({
      orderCategories: codes(['C'], 'Document categories (ReferenceSDDocumentCategory) that stand for sales orders.'),
      returnCategories: codes(['T'], 'Document categories (SDDocumentCategory) of deliveries by which goods come back.'),
      returnTypes: codes(['LR'], 'Delivery types of such deliveries: those that begin with one of these.'),
      carrierFunctions: codes(['CR', 'SP'], "Partner functions of the carrier: they depend on the technical user's language."),
      trackingProperties: codes(['BillOfLading', 'MeansOfTransport'], 'Properties of a delivery header with tracking numbers.', 60),
      timeZones: z
        .record(z.string(), z.string().refine(isTimeZone, 'must be the name of a time zone, as in Europe/Berlin'))
        .optional()
        .describe(
          'What the time zones of shipping points are called elsewhere, as in {"CET": "Europe/Berlin"}. Without it only the day counts.',
        ),
    })
    .prefault({})
    .describe("How deliveries are understood: SAP's codes, which differ between systems."),
  invoices: z
    .strictObject({
      creditCategories: codes(['O'], 'Document categories (SDDocumentCategory) of credit memos.'),
      creditTypes: codes(['G2', 'RE'], 'Billing types of credit memos, whatever their category.'),
    })
    .prefault({})
    .describe('How billing documents are understood.'),
  clientPaging: z
    .boolean()
    .default(false)
    .describe('Ask for batchSize rows at a time with $top and $skip, for V2 services that give all rows in one answer.'),
  deltaByCreationToo: z
    .boolean()
    .default(false)
    .describe('Also take what was created since: for releases that leave LastChangeDateTime empty until the first change.'),
  ...secretParts,
  maxResponseBytes: z.number().int().min(1024).max(1_073_741_824).optional().describe('The most bytes of one answer. 64 MiB unless told.'),
})
export type SapSettings = z.infer<typeof SapSettings>

import type { SapSettings } from './settings.ts'

type Data = Readonly<Record<string, unknown>>
type SalesOrderSettings = NonNullable<SapSettings['salesOrder']>

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined)
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null

/** What the parts of an address are called (docs/erp/sap-s4hana.md#partner-addresses). */
const parts = {
  name: 'OrganizationName1',
  line1: 'StreetName',
  line2: 'StreetSuffixName1',
  city: 'CityName',
  region: 'Region',
  postalCode: 'PostalCode',
  country: 'Country',
  phone: 'PhoneNumber',
  email: 'EmailAddress',
} as const

/**
 * The partners of a new order: those of the settings, and those whose address the order brings along, if the settings say which these are.
 * A partner of which only the address is known is the one who orders.
 */
export function partnersOf(order: Data, soldToParty: string | undefined, settings: SalesOrderSettings): readonly Data[] {
  const { partners = {}, addressFunctions = {} } = settings
  const addresses = new Map(
    (['shipTo', 'billTo'] as const).flatMap((role) => {
      const [code, address] = [addressFunctions[role], toAddress(order[role])]
      return code === undefined || address === undefined ? [] : [[code, address] as const]
    }),
  )
  return [...new Set([...Object.keys(partners), ...addresses.keys()])].map((PartnerFunction) => {
    const address = addresses.get(PartnerFunction)
    return { PartnerFunction, Customer: partners[PartnerFunction] ?? soldToParty, ...(address && { to_Address: [address] }) }
  })
}

function toAddress(given: unknown): Data | undefined {
  if (!isData(given)) return undefined
  const found = Object.entries(parts).flatMap(([field, property]) => {
    const value = text(given[field])
    return value === undefined ? [] : [[property, value] as const]
  })
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

/** The comments of an order as a text of its header; none if the settings name no text (docs/erp/sap-s4hana.md#texts-of-an-order). */
export function textsOf(lines: readonly Data[], { commentText }: SalesOrderSettings, language: string): readonly Data[] {
  const comments = lines.flatMap(({ type, description }) => (type === 'comment' ? (text(description) ?? []) : []))
  if (commentText === undefined || comments.length === 0) return []
  return [{ Language: language.toUpperCase(), LongTextID: commentText, LongText: comments.join('\n') }]
}

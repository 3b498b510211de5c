import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import type { ServiceShapes } from '@linkspan/connector-kit/odata/service-shapes'
import type { FieldSource } from '@linkspan/core/connector'
import { expandedOrder, type Resource } from './resources.ts'
import type { SapSettings } from './settings.ts'

const partnersProperty = 'to_Partner'
const addressProperty = 'to_Address'
const partnerSet = 'A_SalesOrderHeaderPartner'

type PartnerSettings = SapSettings['partners']

const joined = (row: Row, ...names: readonly string[]): string | undefined =>
  names.flatMap((name) => textOf(row, name) ?? []).join(' ') || undefined

const parts = defineFieldTable({
  name: ['AddresseeFullName', 'OrganizationName1'],
  line1: { from: ['StreetName', 'HouseNumber'], to: (_, row) => joined(row, 'StreetName', 'HouseNumber') ?? joined(row, 'POBox') },
  line2: ['StreetPrefixName1', 'StreetSuffixName1'],
  city: ['CityName'],
  region: ['Region'],
  postalCode: ['PostalCode', 'POBoxPostalCode'],
  country: ['Country'],
  phone: ['PhoneNumber', 'MobileNumber'],
  email: ['EmailAddress'],
})

/**
 * What is read with an order. The addresses of its partners are in it if `$metadata` says that the service has them: V4's name for them is
 * not known (docs/erp/sap-s4hana.md#partner-addresses).
 */
export async function expandedWithPartners({ version, url, root }: Resource, shapes: ServiceShapes): Promise<readonly string[]> {
  const standard = expandedOrder[version]
  if (version !== 'v2') return standard
  const orders = await shapes.shapeOf(root, url.pathname.split('/').at(-1) ?? '')
  const partners = await shapes.shapeOf(root, partnerSet)
  const isThere = orders?.links.has(partnersProperty) && partners?.links.has(addressProperty)
  return isThere ? [...standard, partnersProperty, `${partnersProperty}/${addressProperty}`] : standard
}

/** Who is named in an order, and where: the addresses of its partners, if they were read. */
export function partiesOf(row: Row, { soldTo, shipTo, billTo }: PartnerSettings): Readonly<Record<string, unknown>> {
  const of = (functions: readonly string[]) => addressOf(row, functions)
  const [name, receiver, payer] = [of(soldTo)?.name, of(shipTo), of(billTo)]
  return {
    ...(name !== undefined && { customerName: name }),
    ...(receiver && { shipTo: receiver }),
    ...(payer && { billTo: payer }),
  }
}

/** The address of the first partner with one of these functions. Beside it there may be international versions of it. */
function addressOf(row: Row, functions: readonly string[]): ReturnType<typeof parts.read> | undefined {
  const partner = linkedRows(row, partnersProperty).find((each) => functions.includes(textOf(each, 'PartnerFunction') ?? ''))
  const addresses = partner ? linkedRows(partner, addressProperty) : []
  const address = addresses.find((each) => textOf(each, 'AddressRepresentationCode') === undefined) ?? addresses[0]
  const read = address ? parts.read(address) : {}
  return Object.keys(read).length > 0 ? read : undefined
}

const below = `${partnersProperty}.results[].${addressProperty}.results[]`
const sourcesOf = (field: string, setting: string): FieldSource => ({
  field,
  sources: [...new Set(parts.sources().flatMap(({ sources }) => sources))].map((name) => `${below}.${name}`),
  note: `of the partner with a function of settings.partners.${setting}; V2 only`,
})

export const partnerSources: readonly FieldSource[] = [
  {
    field: 'customerName',
    sources: ['AddresseeFullName', 'OrganizationName1'].map((name) => `${below}.${name}`),
    note: 'of the partner with a function of settings.partners.soldTo; V2 only',
  },
  sourcesOf('shipTo', 'shipTo'),
  sourcesOf('billTo', 'billTo'),
]

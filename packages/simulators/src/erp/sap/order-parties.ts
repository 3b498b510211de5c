import type { OrderAddress, OrderRow } from '../../dataset/orders.ts'
import type { Entity } from './entity.ts'
import type { OrderNames } from './order-names.ts'
import type { EntityForm, PropertyRule, SentEntity } from './sent-entity.ts'

type Texts = SentEntity['texts']

const text = (maxLength: number): PropertyRule => ({ maxLength })

/** What may be sent of a partner's address (docs/erp/sap-s4hana.md#partner-addresses). */
export const addressForm: EntityForm = {
  properties: {
    AddressRepresentationCode: text(1),
    CorrespondenceLanguage: text(2),
    OrganizationName1: text(40),
    OrganizationName2: text(40),
    StreetName: text(60),
    HouseNumber: text(10),
    StreetPrefixName1: text(40),
    StreetSuffixName1: text(40),
    CityName: text(40),
    PostalCode: text(10),
    Region: text(3),
    Country: text(3),
    PhoneNumber: text(30),
    EmailAddress: text(241),
  },
  links: {},
}

/** What may be sent of a text (docs/erp/sap-s4hana.md#texts-of-an-order). */
export const textForm: EntityForm = {
  properties: { Language: text(2), LongTextID: text(4), LongText: text(100_000) },
  links: {},
}

/** The sold-to, ship-to, bill-to and paying party of an order, with their addresses. */
export function partnersOf(row: OrderRow, names: OrderNames): Entity[] {
  return ['SP', 'SH', 'BP', 'PY'].map((role) => ({
    set: names.partner,
    type: `${names.partner}Type`,
    keys: ['SalesOrder', 'PartnerFunction'],
    fields: {
      SalesOrder: row.orderNumber,
      PartnerFunction: role,
      Customer: role === 'SH' ? (row.shipToId ?? row.customerId) : row.customerId,
      Supplier: '',
      Personnel: '0',
      ContactPerson: '0',
      AddressID: '',
    },
    links: names.parts ? { [names.parts.toAddress]: () => addressesOf(row, role, names) } : {},
  }))
}

/** The address itself, and its international version: the order of the two says nothing. */
function addressesOf(row: OrderRow, role: string, names: OrderNames): Entity[] {
  const sent = row.partnerAddresses?.[role]
  const own = sent ?? addressFields(role === 'SH' ? row.shipTo : { ...row.shipTo, name: row.customerName })
  const set = names.parts?.address ?? ''
  const entity = (fields: Texts): Entity => ({
    set,
    type: `${set}Type`,
    keys: ['SalesOrder', 'PartnerFunction', 'AddressRepresentationCode'],
    fields: { SalesOrder: row.orderNumber, PartnerFunction: role, AddressRepresentationCode: '', ...fields },
    links: {},
  })
  return [entity({ ...own, AddressRepresentationCode: 'I', OrganizationName1: 'International version' }), entity(own)]
}

function addressFields({ name, line1, city, postalCode, country }: OrderAddress): Record<string, string> {
  const [, street = line1, house = ''] = /^(.*?) (\d+)$/.exec(line1) ?? []
  return {
    CorrespondenceLanguage: 'EN',
    AddresseeFullName: '',
    OrganizationName1: name,
    OrganizationName2: '',
    CityName: city,
    PostalCode: postalCode,
    StreetPrefixName1: '',
    StreetName: street,
    StreetSuffixName1: '',
    HouseNumber: house,
    Country: country,
    Region: '',
    POBox: '',
    POBoxPostalCode: '',
    EmailAddress: '',
    MobileNumber: '',
    PhoneNumber: '',
  }
}

/** The texts of an order's header. */
export function textsOf(row: OrderRow, names: OrderNames): Entity[] {
  const set = names.parts?.text ?? ''
  return (row.texts ?? []).map((fields) => ({
    set,
    type: `${set}Type`,
    keys: ['SalesOrder', 'Language', 'LongTextID'],
    fields: { SalesOrder: row.orderNumber, ...fields },
    links: {},
  }))
}

/** The addresses and texts that were sent with an order. */
export function sentParts({ links }: SentEntity, { toPartner, parts }: OrderNames): Pick<OrderRow, 'partnerAddresses' | 'texts'> {
  if (!parts) return {}
  const addresses = (links[toPartner] ?? []).flatMap((partner) => {
    const [address] = partner.links[parts.toAddress] ?? []
    return address ? [[partner.texts.PartnerFunction ?? '', { ...addressFields(none), ...address.texts }] as const] : []
  })
  const texts = (links[parts.toText] ?? []).map((each) => each.texts)
  return {
    ...(addresses.length > 0 && { partnerAddresses: Object.fromEntries(addresses) }),
    ...(texts.length > 0 && { texts }),
  }
}

const none: OrderAddress = { name: '', line1: '', city: '', postalCode: '', country: '' }

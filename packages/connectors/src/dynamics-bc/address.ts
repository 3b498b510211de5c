import { type Row, textOf } from '@linkspan/connector-kit/odata/row'

const parts = {
  name: 'Name',
  line1: 'AddressLine1',
  line2: 'AddressLine2',
  city: 'City',
  region: 'State',
  postalCode: 'PostCode',
  country: 'Country',
} as const

type Role = 'shipTo' | 'billTo'

/** The rule of an address in a field table. */
export const address = (role: Role) => ({
  from: Object.values(parts).map((part) => `${role}${part}`),
  to: (_: unknown, row: Row) => addressOf(row, role),
  note: 'each part from the property of its name',
})

function addressOf(row: Row, role: Role): Readonly<Record<string, string>> | undefined {
  const found = Object.entries(parts).flatMap(([field, part]) => {
    const text = textOf(row, `${role}${part}`)
    return text === undefined ? [] : [[field, text] as const]
  })
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

/** An address as properties of an order. Parts that are absent are not sent. */
export const toProperties = (role: Role, given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([field, part]) =>
      typeof given[field] === 'string' && given[field] !== '' ? [[`${role}${part}`, given[field]]] : [],
    ),
  )

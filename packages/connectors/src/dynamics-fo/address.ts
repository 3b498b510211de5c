import { type Row, textOf } from '@linkspan/connector-kit/odata/row'

/** The address to deliver to, part by part (docs/erp/dynamics-finance-operations.md#addresses-of-orders). */
const parts = {
  name: 'DeliveryAddressName',
  line1: 'DeliveryAddressStreet',
  line2: 'DeliveryBuildingCompliment',
  city: 'DeliveryAddressCity',
  region: 'DeliveryAddressStateId',
  postalCode: 'DeliveryAddressZipCode',
  country: 'DeliveryAddressCountryRegionISOCode',
} as const
const region = 'DeliveryAddressCountryRegionId'

/** The rule of the address in a field table. */
export const shipTo = {
  from: [...Object.values(parts), region],
  to: (_: unknown, row: Row) => addressOf(row),
  note: 'each part from the property of its name',
}

function addressOf(row: Row): Readonly<Record<string, string>> | undefined {
  const found = Object.entries(parts).flatMap(([field, property]) => {
    const text = field === 'country' ? textOf(row, property, region) : textOf(row, property)
    return text === undefined ? [] : [[field, text] as const]
  })
  return found.length > 0 ? Object.fromEntries(found) : undefined
}

/** An address as properties of an order. Parts that are absent are not sent. */
export const toProperties = (given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([field, property]) =>
      typeof given[field] === 'string' && given[field] !== '' ? [[property, given[field]]] : [],
    ),
  )

import { checkedJson } from '@linkspan/connector-kit/http/error-in-answer'
import { decodeCollection } from '@linkspan/connector-kit/odata/decode'
import { textLiteral } from '@linkspan/connector-kit/odata/literals'
import { queryOptions, withParameters } from '@linkspan/connector-kit/odata/query'
import { textOf } from '@linkspan/connector-kit/odata/row'
import type { Choice } from '@linkspan/core/connector'
import type { Asking } from './look-up-rows.ts'
import type { Resource, SapDataType } from './resources.ts'

/** Which property has the values of a setting, and of what (docs/erp/sap-s4hana.md#codes-in-use). */
const places: Readonly<Record<string, { readonly dataType: SapDataType; readonly property: string }>> = {
  'salesOrder.organization': { dataType: 'orders', property: 'SalesOrganization' },
  'salesOrder.distributionChannel': { dataType: 'orders', property: 'DistributionChannel' },
  'salesOrder.division': { dataType: 'orders', property: 'OrganizationDivision' },
  'salesOrder.type': { dataType: 'orders', property: 'SalesOrderType' },
  plants: { dataType: 'inventory', property: 'Plant' },
}

/** Each value takes a call. */
const maxCalls = 100

/**
 * The codes of a setting that are in use: no released service lists them. They are found one after the other, each as the first one beyond
 * the one before.
 */
export async function sapChoices(
  field: string,
  resourceFor: (dataType: SapDataType) => Resource,
  { http, headersOf, parameters }: Asking,
): Promise<readonly Choice[]> {
  const place = places[field]
  if (place === undefined) return []
  const resource = resourceFor(place.dataType)
  const { property } = place
  const found = new Set<string>()
  for (let last = ''; found.size < maxCalls; ) {
    const query = { filter: `${property} gt ${textLiteral(last)}`, orderBy: [property], select: [property], top: 1, count: false }
    const url = withParameters(resource.url, new Map([...queryOptions(resource.version, query), ...parameters]))
    const response = await http.call(url, { headers: headersOf(resource) })
    const [row] = decodeCollection(checkedJson(response), response.place).rows
    const value = row && textOf(row, property)
    if (value === undefined || found.has(value)) break
    found.add(value)
    last = value
  }
  return [...found].map((value) => ({ value, label: value }))
}

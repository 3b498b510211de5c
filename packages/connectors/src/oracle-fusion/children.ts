import type { Row } from '@linkspan/connector-kit/odata/row'
import { isFields } from '@linkspan/core/connector'

/** The children that came with a row: a list before version 3 of the REST framework, a collection since (docs/erp/oracle-fusion.md#children). */
export function childrenOf(row: Row, name: string): readonly Row[] {
  const value = row[name]
  const items = isFields(value) && 'items' in value ? value.items : value
  if (Array.isArray(items)) return items.filter(isFields)
  return isFields(items) ? [items] : []
}

/** Whether more children of this name are there than came with the row. */
export const hasMoreChildren = (row: Row, name: string): boolean => {
  const value = row[name]
  return isFields(value) && value.hasMore === true
}

interface Link {
  readonly rel: unknown
  readonly name: unknown
  readonly href: string
  readonly properties: unknown
}

const linksOf = ({ links }: Row): readonly Link[] =>
  Array.isArray(links)
    ? links.flatMap((link) =>
        isFields(link) && typeof link.href === 'string'
          ? [{ rel: link.rel, name: link.name, href: link.href, properties: link.properties }]
          : [],
      )
    : []

/** Where the children of a name are, as the row's own links tell. */
export const childLink = (row: Row, name: string): string | undefined =>
  linksOf(row).find((link) => link.rel === 'child' && link.name === name)?.href

/** The version of a row, for `If-Match` (docs/erp/oracle-fusion.md#versions). */
export function versionOf(row: Row): string | undefined {
  const { properties } = linksOf(row).find(({ rel }) => rel === 'self') ?? {}
  const indicator = isFields(properties) ? properties.changeIndicator : undefined
  return typeof indicator === 'string' && indicator !== '' ? indicator : undefined
}

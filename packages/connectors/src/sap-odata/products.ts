import { etagOf, linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { instantOf } from '@linkspan/connector-kit/odata/times'
import type { SourceRecord } from '@linkspan/core/connector'
import { productTexts } from './field-sources.ts'
import { changedAtOf, flagOf, keyOf, type MapContext } from './values.ts'

/** Product types of the delivered standard (docs/erp/sap-s4hana.md#products). A customer's own types leave `type` empty. */
const types: Readonly<Record<string, string>> = {
  DIEN: 'service',
  SERV: 'service',
  NLAG: 'non_inventory',
  FERT: 'inventory',
  HAWA: 'inventory',
  HALB: 'inventory',
  ROH: 'inventory',
  VERP: 'inventory',
}

/**
 * `A_Product` of V2 or `Product` of V4 as a product (docs/erp/sap-s4hana.md#products). SAP has no sales price there: `price` stays absent.
 */
export function toProduct(row: Row, context: MapContext): SourceRecord {
  const id = keyOf(row.Product)
  const changedAt = changedAtOf(row)
  return {
    id,
    raw: row,
    changedAt,
    fields: {
      sku: id,
      name: nameOf(row, context) ?? id,
      ...productTexts.read(row),
      ...costOf(row),
      type: types[textOf(row, 'ProductType') ?? ''],
      active: !flagOf(row.IsMarkedForDeletion) && !isBlocked(row, context),
      sourceUpdatedAt: changedAt ?? undefined,
      sourceVersion: etagOf(row),
    },
  }
}

/** The description in the wanted language, else in English, else the first. */
function nameOf(row: Row, { language }: MapContext): string | undefined {
  const texts = linkedRows(row, 'to_Description', '_ProductDescription').filter((each) => textOf(each, 'ProductDescription') !== undefined)
  const inLanguage = (wanted: string) => texts.find((each) => textOf(each, 'Language')?.toUpperCase() === wanted.toUpperCase())
  const text = inLanguage(language) ?? inLanguage('EN') ?? texts[0]
  return text && textOf(text, 'ProductDescription')
}

/**
 * The valuation price is a cost for `priceUnitQuantity` units, never a sales price (docs/erp/sap-s4hana.md#valuation-prices). Of several
 * valuations that of the first area without a valuation type counts; in it the moving average if the price control is V, else the standard
 * price.
 */
function costOf(row: Row) {
  const valuations = [...linkedRows(row, 'to_Valuation', '_ProductValuation')]
  const rank = (each: Row) => `${textOf(each, 'ValuationType') ?? ''}\u0000${textOf(each, 'ValuationArea') ?? ''}`
  const [valuation] = valuations.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
  if (!valuation) return {}
  const isMoving = textOf(valuation, 'InventoryValuationProcedure') === 'V'
  const names = isMoving ? ['MovingAveragePrice', 'StandardPrice'] : ['StandardPrice', 'MovingAveragePrice']
  return {
    cost: textOf(valuation, ...names),
    priceUnitQuantity: textOf(valuation, 'PriceUnitQty', 'ProductPriceUnitQuantity'),
    currency: textOf(valuation, 'Currency'),
  }
}

/** What a cross-plant status blocks is customizing: any one that is valid by now counts as blocking. */
function isBlocked(row: Row, { now }: MapContext): boolean {
  const from = instantOf(row.CrossPlantStatusValidityDate)
  return textOf(row, 'CrossPlantStatus') !== undefined && (from === null || from <= now)
}

import { dayOf } from '../../dataset/decimal.ts'
import { type ProductRow, productIdOf } from '../../dataset/products.ts'
import type { Table } from '../../dataset/table.ts'
import { date, decimal, type EdmValue, timestamp } from './edm.ts'
import type { Entity, EntitySet } from './entity.ts'
import { isoUnit } from './iso-unit.ts'

const salesOrganization = '1710'
const plant = '1010'

/** `A_Product` of API_PRODUCT_SRV. */
export function productsV2(table: Table<ProductRow>): EntitySet {
  return {
    name: 'A_Product',
    table,
    idField: 'Product',
    changeField: 'LastChangeDateTime',
    guessId: productIdOf,
    toEntity: (row: ProductRow) => ({
      ...entity('A_Product', ['Product'], { ...commonFields(row), ProductOldID: '', Brand: row.brand.slice(0, 4) }),
      links: {
        to_Description: () => descriptions(row, 'A_ProductDescription'),
        to_SalesDelivery: () => salesDeliveries(row, 'A_ProductSalesDelivery'),
        to_Valuation: () => valuations(row, 'A_ProductValuation', 'PriceUnitQty'),
        to_Plant: () => plants(row, 'A_ProductPlant'),
        to_ProductUnitsOfMeasure: () => [
          entity('A_ProductUnitsOfMeasure', ['Product', 'AlternativeUnit'], {
            Product: row.sku,
            AlternativeUnit: row.uom,
            QuantityNumerator: decimal('1'),
            QuantityDenominator: decimal('1'),
            GlobalTradeItemNumber: row.barcode ?? '',
          }),
        ],
      },
    }),
  }
}

/** `Product` of the V4 service api_product. */
export function productsV4(table: Table<ProductRow>): EntitySet {
  return {
    name: 'Product',
    table,
    idField: 'Product',
    changeField: 'LastChangeDateTime',
    guessId: productIdOf,
    toEntity: (row: ProductRow) => ({
      ...entity('Product', ['Product'], { ...commonFields(row), BaseISOUnit: isoUnit(row.uom), WeightISOUnit: isoUnit(row.weightUnit) }),
      links: {
        _ProductDescription: () => descriptions(row, 'ProductDescription'),
        _ProductSalesDelivery: () => salesDeliveries(row, 'ProductSalesDelivery'),
        _ProductValuation: () => valuations(row, 'ProductValuation', 'ProductPriceUnitQuantity'),
        _ProductPlant: () => plants(row, 'ProductPlant'),
      },
    }),
  }
}

function entity(set: string, keys: readonly string[], fields: Readonly<Record<string, EdmValue>>): Entity {
  return { set, type: `${set}Type`, keys, fields, links: {} }
}

function commonFields(row: ProductRow): Record<string, EdmValue> {
  return {
    Product: row.sku,
    ProductType: row.type === 'service' ? 'DIEN' : 'HAWA',
    CrossPlantStatus: row.active || row.deleted ? '' : '01',
    CrossPlantStatusValidityDate: null,
    CreationDate: date(row.createdOn),
    LastChangeDate: date(dayOf(row.updatedAt)),
    LastChangeDateTime: timestamp(row.updatedAt),
    IsMarkedForDeletion: row.deleted,
    GrossWeight: decimal((Number(row.weight) * 1.1).toFixed(3)),
    NetWeight: decimal(row.weight),
    WeightUnit: row.weightUnit,
    ProductGroup: row.categoryId,
    BaseUnit: row.uom,
    ProductHierarchy: '',
    Division: '00',
    MaterialVolume: decimal('0.000'),
    VolumeUnit: '',
    ProductStandardID: row.barcode ?? '',
  }
}

function descriptions(row: ProductRow, set: string): Entity[] {
  const name = [...row.name].slice(0, 40).join('')
  return ['DE', 'EN'].map((language) =>
    entity(set, ['Product', 'Language'], { Product: row.sku, Language: language, ProductDescription: name }),
  )
}

function salesDeliveries(row: ProductRow, set: string): Entity[] {
  return [
    entity(set, ['Product', 'ProductSalesOrg', 'ProductDistributionChnl'], {
      Product: row.sku,
      ProductSalesOrg: salesOrganization,
      ProductDistributionChnl: '10',
      ProductSalesStatus: row.active || row.deleted ? '' : '01',
      SalesMeasureUnit: row.uom,
      MinimumOrderQuantity: decimal('1.000'),
      IsMarkedForDeletion: row.deleted,
    }),
  ]
}

function valuations(row: ProductRow, set: string, priceUnitField: string): Entity[] {
  return [
    entity(set, ['Product', 'ValuationArea', 'ValuationType'], {
      Product: row.sku,
      ValuationArea: plant,
      ValuationType: '',
      StandardPrice: decimal(row.cost),
      MovingAveragePrice: decimal(row.cost),
      [priceUnitField]: decimal(row.priceUnitQuantity),
      Currency: row.currency,
    }),
  ]
}

function plants(row: ProductRow, set: string): Entity[] {
  return [
    entity(set, ['Product', 'Plant'], {
      Product: row.sku,
      Plant: plant,
      BaseUnit: row.uom,
      IsMarkedForDeletion: row.deleted,
      ProfileCode: '',
    }),
  ]
}

import { z } from 'zod'
import type { DataType } from './data-type.ts'
import { employees } from './types/employees.ts'
import { inventory } from './types/inventory.ts'
import { invoices } from './types/invoices.ts'
import { orderStatus } from './types/order-status.ts'
import { orders } from './types/orders.ts'
import { products } from './types/products.ts'

/** The registry of data types, one line each. */
export const dataTypes = {
  orders,
  products,
  order_status: orderStatus,
  inventory,
  employees,
  invoices,
} as const satisfies Record<string, DataType>

export type DataTypeId = keyof typeof dataTypes
export const dataTypeIds = Object.keys(dataTypes) as [DataTypeId, ...DataTypeId[]]
export const DataTypeId = z.enum(dataTypeIds).meta({ id: 'ERPDataType', description: 'What is exchanged with an ERP.' })

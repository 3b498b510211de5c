export const dataTypes = {
  orders: 'orders',
  products: 'products',
  order_status: 'order status',
  inventory: 'inventory',
  employees: 'employees',
  invoices: 'invoices',
} as const

export const directions = { pull: 'pull', push: 'push', bidirectional: 'both ways' } as const

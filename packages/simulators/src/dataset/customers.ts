import { customers } from './words.ts'

const first = 17_100_001

export const customerCount: number = customers.length

export function customerIdAt(index: number): string {
  return String(first + index)
}

/** The name of the customer with this id; undefined if there is none. */
export function customerNameOf(id: string): string | undefined {
  const index = Number(id) - first
  return customerIdAt(index) === id ? customers[index] : undefined
}

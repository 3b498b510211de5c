import { customerCount, customerIdAt, customerNameOf } from '../../dataset/customers.ts'

/** Ids as Fusion gives them: 15 digits. */
export const idAt = (kind: number, number: string | number): number => 300_000_000_000_000 + kind * 10_000_000_000 + Number(number)

export const masterOrganization = 'V1'
export const businessUnit = { id: 300_000_046_987_012, name: 'US1 Business Unit' } as const
/** The source systems that the tenant knows. */
export const sourceSystems: readonly string[] = ['OPS', 'GPR', 'WEB']

const units: Readonly<Record<string, string>> = { EA: 'Each', PC: 'Piece' }
export const unitName = (code: string): string => units[code] ?? code

/** The customers by their party numbers. */
export const parties: ReadonlyMap<string, string> = new Map(
  Array.from({ length: customerCount }, (_, at) => [customerIdAt(at), customerNameOf(customerIdAt(at)) ?? '']),
)

/** A day as Fusion writes the time at which it begins. */
export const atMidnight = (day: string): string => `${day}T00:00:00.000+00:00`

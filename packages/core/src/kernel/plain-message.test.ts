import { expect, test } from 'vitest'
import { z } from 'zod'
import { plainMessage } from './plain-message.ts'

const saidOf = (schema: z.ZodType, value: unknown) => plainMessage(schema.safeParse(value).error?.issues[0]?.message ?? 'nothing')

test.each([
  [z.string(), undefined, 'is missing'],
  [z.record(z.string(), z.string()), undefined, 'is missing'],
  [z.array(z.string()), undefined, 'is missing'],
  [z.string(), 7, 'must be text, not a number'],
  [z.number(), '30s', 'must be a number, not text'],
  [z.int(), 1.5, 'must be a whole number, not a number'],
  [z.boolean(), null, 'must be true or false, not null'],
  [z.object({}), '03:00', 'must be an object, not text'],
  [z.array(z.string()), {}, 'must be a list, not an object'],
  [z.enum(['orders', 'products']), 'product', 'must be one of "orders", "products"'],
  [z.literal('full'), 'half', 'must be "full"'],
  [z.string().min(1), '', 'must have at least 1 character'],
  [z.string().max(3), 'long', 'must have at most 3 characters'],
  [z.array(z.string()).min(2), [], 'must have at least 2 items'],
  [z.array(z.string()).max(1), ['a', 'b'], 'must have at most 1 item'],
  [z.int().min(100), 7, 'must be at least 100'],
  [z.number().max(0.5), 0.6, 'must be at most 0.5'],
  [z.strictObject({}), { one: 1, two: 2 }, 'unknown field "one", "two"'],
  [z.string().refine(() => false, 'is not a time zone'), 'Mars', 'is not a time zone'],
])('what a schema says is put into plain words (%#)', (schema, value, message) => {
  expect(saidOf(schema, value)).toBe(message)
})

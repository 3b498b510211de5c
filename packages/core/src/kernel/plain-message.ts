/** The types of JSON, and those of schemas, as people call them. */
const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
}
const typeOf = (name: string): string => types[name] ?? name
const items = (count: string, one: string): string => `${count} ${count === '1' ? one : `${one}s`}`
const listOf = (options: string): string => options.split('|').join(', ')

/** What a schema says if it has no message of its own, beside what people are told. */
const rules: readonly (readonly [RegExp, (...found: readonly string[]) => string])[] = [
  [/^Invalid input: expected .+, received undefined$/, () => 'is missing'],
  [
    /^Invalid input: expected (\w+), received (\w+)$/,
    (expected = '', received = '') => `must be ${typeOf(expected)}, not ${typeOf(received)}`,
  ],
  [
    /^Invalid (?:option: expected one of|input: expected) (".*")$/,
    (options = '') => `must be ${options.includes('|') ? 'one of ' : ''}${listOf(options)}`,
  ],
  [/^Too small: expected string to have >=(\d+) characters$/, (count = '') => `must have at least ${items(count, 'character')}`],
  [/^Too big: expected string to have <=(\d+) characters$/, (count = '') => `must have at most ${items(count, 'character')}`],
  [/^Too small: expected array to have >=(\d+) items$/, (count = '') => `must have at least ${items(count, 'item')}`],
  [/^Too big: expected array to have <=(\d+) items$/, (count = '') => `must have at most ${items(count, 'item')}`],
  [/^Too small: expected \w+ to be >=(-?[\d.e+]+)$/, (least = '') => `must be at least ${least}`],
  [/^Too big: expected \w+ to be <=(-?[\d.e+]+)$/, (most = '') => `must be at most ${most}`],
  [/^Unrecognized keys?: (.+)$/, (keys = '') => `unknown field ${keys}`],
]

/** The message of a schema in plain English; one of our own stays as it is. */
export function plainMessage(message: string): string {
  for (const [pattern, say] of rules) {
    const found = pattern.exec(message)
    if (found) return say(...found.slice(1))
  }
  return message
}

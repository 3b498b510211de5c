import { AppError } from '@linkspan/core/connector'
import { escapeAttribute } from './escape.ts'

/** In characters: of a template, and of a filled one. */
const maxTemplateLength = 200_000
const maxDocumentLength = 10_000_000

/**
 * Fills a template with an order's fields. A template can only show values, repeat lists and test for presence: no partials, no unescaped
 * values, no other delimiters, so the values of an order stay text. Throws `setup.settings-invalid` if the template cannot be used.
 */
export async function fillTemplate(template: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
  if (template.length > maxTemplateLength)
    throw new AppError(
      'setup.settings-invalid',
      `The XML template has ${template.length} characters, and at most ${maxTemplateLength} are allowed`,
    )
  const { default: mustache } = await import('mustache')
  try {
    const writer = new mustache.Writer()
    const size = sizeOf(writer.parse(template) as Token[], fields, [])
    if (size > maxDocumentLength)
      throw new AppError(
        'setup.settings-invalid',
        `The XML template turns this order into ${size} characters, and at most ${maxDocumentLength} are allowed`,
      )
    return writer.render(template, asPlain(fields), undefined, { escape: (value: unknown) => escapeAttribute(String(value)) })
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    throw new AppError('setup.settings-invalid', `The XML template cannot be used: ${(thrown as Error).message}`)
  }
}

/** A token of mustache: its kind, its text or name, two positions, and the tokens within a section. */
type Token = readonly [kind: string, value: string, start: number, end: number, inner?: Token[]]

/**
 * The length of the filled template without its values. Throws for tags that are not allowed; a list within itself would grow
 * exponentially.
 */
function sizeOf(tokens: readonly Token[], fields: Readonly<Record<string, unknown>>, within: readonly string[]): number {
  return tokens.reduce((size, [kind, value, , , inner = []]) => {
    if (kind === 'text') return size + value.length
    if (kind === 'name' || kind === '!') return size
    if ((kind !== '#' && kind !== '^') || within.includes(value))
      throw new AppError(
        'setup.settings-invalid',
        `The XML template cannot have {{${kind}${value}}} here: use {{name}}, {{#name}}, {{^name}}, {{/name}}, and no list within itself`,
      )
    const list = Object.hasOwn(fields, value) ? fields[value] : undefined
    return size + sizeOf(inner, fields, [...within, value]) * (kind === '#' && Array.isArray(list) ? list.length : 1)
  }, 0)
}

/** The fields without functions and prototypes, so that a template can only show data. */
const asPlain = (fields: Readonly<Record<string, unknown>>): unknown =>
  JSON.parse(JSON.stringify(fields), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value,
  )

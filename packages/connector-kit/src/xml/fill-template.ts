import { AppError } from '@linkspan/core/connector'
import { escapeAttribute } from './escape.ts'

/** Characters of a template, and of what it becomes. */
const maxTemplateLength = 200_000
const maxDocumentLength = 10_000_000

/**
 * Fills a template with an order's fields. No logic but lists and presence; no partials, no unescaped values, no other delimiters, so that
 * what stands in an order stays text. Throws `setup.settings-invalid` where the template cannot be used.
 */
export async function fillTemplate(template: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
  if (template.length > maxTemplateLength)
    throw new AppError('setup.settings-invalid', `The XML template has ${template.length} characters, and ${maxTemplateLength} are taken`)
  const { default: mustache } = await import('mustache')
  try {
    const writer = new mustache.Writer()
    const size = sizeOf(writer.parse(template) as Token[], fields, [])
    if (size > maxDocumentLength)
      throw new AppError(
        'setup.settings-invalid',
        `The XML template makes ${size} characters of this order, and ${maxDocumentLength} are sent`,
      )
    return writer.render(template, asPlain(fields), undefined, { escape: (value: unknown) => escapeAttribute(String(value)) })
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    throw new AppError('setup.settings-invalid', `The XML template cannot be used: ${(thrown as Error).message}`)
  }
}

/** As mustache gives them: what it is, its text or name, and at place 4 what stands within a section. */
type Token = readonly [kind: string, value: string, start: number, end: number, inner?: Token[]]

/** How long the template's own text becomes. Throws where a tag is none that we take; a list within itself would grow without end. */
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

/** Data only: nothing that could be called, and nothing inherited. */
const asPlain = (fields: Readonly<Record<string, unknown>>): unknown =>
  JSON.parse(JSON.stringify(fields), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value,
  )

import type { JsonSchema } from '../../api/json-schema.ts'
import type { FormContext } from './context.ts'
import { Field } from './field.tsx'
import css from './form.module.css'
import { JsonField, LinesField, MapField } from './lines-field.tsx'
import { hasLines, remarkOn } from './remarks.ts'
import { kindOf } from './schema.ts'
import { SecretField } from './secret-field.tsx'
import { mask } from './values.ts'

export interface PlainFieldProps {
  readonly context: FormContext
  readonly name: string
  readonly path: string
  readonly schema: JsonSchema
  readonly isRequired: boolean
  readonly value: unknown
  readonly stored: unknown
  readonly onChange: (value: unknown) => void
}

/** The field for one value that holds no others. */
export function PlainField({ context, name, path, schema, isRequired, value, stored, onChange }: PlainFieldProps) {
  const { words, fields, problems, root } = context
  const shape = kindOf(schema, root)
  const title = fields.title(path)
  const description = schema.description && fields.description(schema.description)
  const standard =
    schema.default === undefined ? undefined : words.defaultIs(words.named[String(schema.default)] ?? JSON.stringify(schema.default))
  const field = { path, title, isRequired, description, notes: [standard], problem: problems.get(path) }
  switch (shape.kind) {
    case 'secret':
      return <SecretField {...field} name={name} value={value} wasSet={stored === mask} words={words} onChange={onChange} />
    case 'flag':
    case 'choice': {
      const values = 'values' in shape ? shape.values : ['true', 'false']
      const given = value === undefined ? undefined : String(value)
      return (
        <Field {...field}>
          {(attributes) => (
            <select
              {...attributes}
              className={css.input}
              value={given ?? ''}
              onChange={({ target }) => onChange(read(target.value, shape.kind === 'flag'))}
            >
              <option value="">{words.none}</option>
              {values.map((one) => (
                <option key={one} value={one}>
                  {words.named[one] ?? one}
                </option>
              ))}
            </select>
          )}
        </Field>
      )
    }
    case 'choices': {
      const chosen = Array.isArray(value) ? value : []
      return (
        <fieldset className={css.choices}>
          <legend>{title}</legend>
          {shape.values.map((one) => (
            <label key={one} className={css.flag}>
              <input
                type="checkbox"
                checked={chosen.includes(one)}
                onChange={({ target }) =>
                  onChange(
                    target.checked
                      ? shape.values.filter((other) => other === one || chosen.includes(other))
                      : chosen.filter((other) => other !== one),
                  )
                }
              />
              {words.named[one] ?? one}
            </label>
          ))}
        </fieldset>
      )
    }
    case 'texts':
      return <LinesField {...field} words={words} value={value} onChange={onChange} />
    case 'map':
      return <MapField {...field} words={words} value={value} onChange={onChange} />
    case 'json':
      return <JsonField {...field} words={words} value={value} onChange={onChange} />
    default: {
      const text = value === undefined || value === null ? '' : String(value)
      const remark = shape.kind === 'text' && !hasLines(name) ? remarkOn(text) : null
      return (
        <Field {...field} notes={[standard, ...(remark ? [words.remarks[remark]] : [])]}>
          {(attributes) =>
            hasLines(name) ? (
              <textarea
                {...attributes}
                className={css.lines}
                rows={4}
                value={text}
                onChange={({ target }) => onChange(target.value || undefined)}
              />
            ) : (
              <input
                {...attributes}
                className={css.input}
                inputMode={shape.kind === 'number' ? 'decimal' : 'text'}
                autoComplete="off"
                spellCheck={false}
                required={isRequired}
                value={text}
                onChange={({ target }) => onChange(shape.kind === 'number' ? toNumber(target.value) : target.value || undefined)}
              />
            )
          }
        </Field>
      )
    }
  }
}

const read = (text: string, isFlag: boolean): unknown => (text === '' ? undefined : isFlag ? text === 'true' : text)

/** A number; what is none yet stays a text, so that nothing that was typed is lost and the server can say what is wrong. */
const toNumber = (text: string): unknown => {
  if (text === '') return undefined
  return /^-?\d+(\.\d*[1-9])?$/.test(text) ? Number(text) : text
}

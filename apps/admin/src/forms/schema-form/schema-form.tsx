import type { JsonSchema } from '../../api/json-schema.ts'
import { Choice } from '../../parts/controls/choice.tsx'
import type { FormContext } from './context.ts'
import css from './form.module.css'
import { PlainField, type PlainFieldProps } from './plain-field.tsx'
import { fieldNames, kindOf, resolve } from './schema.ts'
import { isValues, type Values, withValue } from './values.ts'

export interface SchemaFormProps {
  readonly context: FormContext
  readonly schema: JsonSchema
  /** Where the values stand in the request: "credentials". */
  readonly path: string
  readonly values: Values
  /** The values that are stored, if they are. */
  readonly stored?: Values | undefined
  /** Only these fields. Without it all. */
  readonly names?: readonly string[]
  readonly onChange: (values: Values) => void
}

/** A field for each property of a schema. */
export function SchemaForm({ context, schema, path, values, stored, names, onChange }: SchemaFormProps) {
  const { properties = {}, required = [] } = schema
  return (
    <div className={css.form}>
      {(names ?? fieldNames(schema)).map((name) => {
        const field = properties[name]
        if (!field) return null
        return (
          <AnyField
            key={name}
            context={context}
            name={name}
            path={`${path}.${name}`}
            schema={resolve(field, context.root)}
            isRequired={required.includes(name) && field.default === undefined}
            value={values[name]}
            stored={stored?.[name]}
            onChange={(value) => onChange(withValue(values, name, value))}
          />
        )
      })}
    </div>
  )
}

/** One value: a field, or for what holds others a form of its own that is folded. */
function AnyField(props: PlainFieldProps) {
  const { context, path, schema, value, stored, onChange } = props
  const { fields } = context
  const shape = kindOf(schema, context.root)
  if (shape.kind !== 'group' && shape.kind !== 'variants') return <PlainField {...props} />
  const values = isValues(value) ? value : {}
  const inner = { context, path, values, stored: isValues(stored) ? stored : undefined }
  const variant = shape.kind === 'variants' ? shape.variants.find(([one]) => one === values[shape.by]) : undefined
  return (
    <details className={css.group}>
      <summary>{fields.title(path)}</summary>
      <div>
        {schema.description && <p className={css.hint}>{fields.description(schema.description)}</p>}
        {shape.kind === 'group' && (
          <SchemaForm
            {...inner}
            schema={shape.schema}
            onChange={(changed) => onChange(Object.keys(changed).length === 0 ? undefined : changed)}
          />
        )}
        {shape.kind === 'variants' && (
          <Choice
            label={fields.title(`${path}.${shape.by}`)}
            none={context.words.none}
            value={variant?.[0]}
            choices={shape.variants.map(([one]) => [one, one])}
            onChange={(chosen) => onChange(chosen === undefined ? undefined : { [shape.by]: chosen })}
          />
        )}
        {shape.kind === 'variants' && variant && (
          <SchemaForm {...inner} schema={variant[1]} names={fieldNames(variant[1]).filter((one) => one !== shape.by)} onChange={onChange} />
        )}
      </div>
    </details>
  )
}

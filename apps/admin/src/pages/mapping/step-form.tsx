import { useId, useState } from 'react'
import type { MappingOperation } from '../../api/mapping.ts'
import { Choice } from '../../parts/controls/choice.tsx'
import { texts } from '../../texts/texts.ts'
import css from './editor.module.css'
import { type StepField, stepFields, textsOf, valueIn } from './step-fields.ts'

const words = texts.mapping

interface StepFormProps {
  readonly operation: MappingOperation
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

/** The form for the value of an operation, drawn from its schema. */
export function StepForm({ operation, value, onChange }: StepFormProps) {
  const fields = stepFields(operation)
  const [typed, setTyped] = useState(textsOf(fields, value))
  if (fields.length === 0) return <p>{words.noValue}</p>
  const isTyped = JSON.stringify(valueIn(fields, typed)) === JSON.stringify(value)
  const entered = isTyped ? typed : textsOf(fields, value) // the value was changed elsewhere
  const enter = (name: string, text: string) => {
    const next = { ...entered, [name]: text }
    setTyped(next)
    onChange(valueIn(fields, next))
  }
  const isExpression = operation.operation === 'jsonata'
  return (
    <>
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          label={field.name === '' ? operation.operation : field.name}
          isLong={isExpression}
          text={entered[field.name] ?? ''}
          onChange={(text) => enter(field.name, text)}
        />
      ))}
      {isExpression && <small>{words.expression}</small>}
    </>
  )
}

interface FieldProps {
  readonly field: StepField
  readonly label: string
  readonly isLong: boolean
  readonly text: string
  readonly onChange: (text: string) => void
}

function Field({ field: { kind, choices, isRequired }, label, isLong, text, onChange }: FieldProps) {
  const id = useId()
  if (kind === 'choice')
    return (
      <Choice
        label={label}
        value={choices.find((choice) => choice === text)}
        choices={choices.map((choice) => [choice, choice] as const)}
        none="–"
        onChange={(choice) => onChange(choice ?? '')}
      />
    )
  const isMultiline = isLong || kind === 'lines' || kind === 'table'
  const hint = kind === 'lines' ? words.oneALine : kind === 'table' ? words.pairs : ''
  const shared = { id, value: text, spellCheck: false, 'aria-required': isRequired }
  return (
    <div className={css.field}>
      <label htmlFor={id}>
        {label} {hint !== '' && <small>({hint})</small>}
      </label>
      {isMultiline ? (
        <textarea {...shared} rows={4} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input {...shared} inputMode={kind === 'number' ? 'numeric' : 'text'} onChange={({ target }) => onChange(target.value)} />
      )}
    </div>
  )
}

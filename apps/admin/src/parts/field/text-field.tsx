import { TextField as Field, Input, Label, Text } from 'react-aria-components'
import css from './field.module.css'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly isRequired?: boolean
  readonly type?: 'text' | 'url' | 'datetime-local' | 'time'
}

/** One line of text with its label. */
export function TextField({ label, value, onChange, hint, isRequired = false, type = 'text' }: TextFieldProps) {
  return (
    <Field className={css.field ?? ''} value={value} onChange={onChange} isRequired={isRequired} validationBehavior="aria">
      <Label>{label}</Label>
      <Input className={css.input ?? ''} type={type} autoComplete="off" />
      {hint !== undefined && (
        <Text slot="description" className={css.hint ?? ''}>
          {hint}
        </Text>
      )}
    </Field>
  )
}

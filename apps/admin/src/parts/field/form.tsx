import type { FormEvent, ReactNode } from 'react'
import { ActionButton } from '../controls/action-button.tsx'
import css from './field.module.css'

export interface FormProps {
  readonly label: string
  readonly action: string
  readonly isDisabled?: boolean
  readonly onSubmit: () => void
  readonly cancel?: { readonly label: string; readonly onPress: () => void }
  readonly children: ReactNode
}

/** Fields with the button that sends them. */
export function Form({ label, action, isDisabled = false, onSubmit, cancel, children }: FormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isDisabled) onSubmit()
  }
  return (
    <form className={css.form} aria-label={label} onSubmit={submit} noValidate>
      {children}
      <div className={css.actions}>
        <ActionButton type="submit" isMain isDisabled={isDisabled}>
          {action}
        </ActionButton>
        {cancel && <ActionButton onPress={cancel.onPress}>{cancel.label}</ActionButton>}
      </div>
    </form>
  )
}

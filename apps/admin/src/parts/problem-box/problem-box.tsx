import { ActionButton } from '../controls/action-button.tsx'
import css from './problem-box.module.css'

export interface ProblemBoxProps {
  readonly title: string
  readonly detail?: string | undefined
  readonly hint?: string | undefined
  readonly requestId?: string | undefined
  readonly again?: { readonly label: string; readonly onPress: () => void }
}

/** What went wrong, and what to do. It stays until it is gone. */
export function ProblemBox({ title, detail, hint, requestId, again }: ProblemBoxProps) {
  return (
    <section className={css.box} role="alert">
      <h2>{title}</h2>
      {detail && <p>{detail}</p>}
      {hint && <p className={css.hint}>{hint}</p>}
      {requestId && <p className={css.id}>{requestId}</p>}
      {again && <ActionButton onPress={again.onPress}>{again.label}</ActionButton>}
    </section>
  )
}

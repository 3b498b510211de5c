import { useState } from 'react'
import { ActionButton } from '../controls/action-button.tsx'
import css from './once-shown.module.css'

export interface OnceShownProps {
  readonly label: string
  readonly value: string
  readonly words: { readonly copy: string; readonly copied: string }
}

/** A secret that is not shown again. */
export function OnceShown({ label, value, words }: OnceShownProps) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <section className={css.box} role="status">
      <p>{label}</p>
      <code>{value}</code>
      <ActionButton onPress={() => void copy()}>{isCopied ? words.copied : words.copy}</ActionButton>
    </section>
  )
}

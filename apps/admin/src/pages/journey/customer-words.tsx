import { useMutation } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.journey

/** What can be read out to a customer, or sent. */
export function CustomerWords({ sentences }: { readonly sentences: readonly string[] }) {
  const text = sentences.join(' ')
  const copying = useMutation({ mutationFn: () => navigator.clipboard.writeText(text), networkMode: 'always' })
  return (
    <section className={css.customer} aria-label={words.forCustomer}>
      <h2>{words.forCustomer}</h2>
      <p>{text}</p>
      <ActionButton isMain onPress={() => copying.mutate()}>
        <Copy size={16} aria-hidden /> {words.copy}
      </ActionButton>
      <span className={css.copied} role="status">
        {copying.isSuccess && words.copied}
        {copying.isError && words.copyFailed}
      </span>
    </section>
  )
}

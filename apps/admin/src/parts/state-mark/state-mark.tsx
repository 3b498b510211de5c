import { CircleAlert, CircleCheck, CircleDashed, CircleDot, Diamond, LoaderCircle, OctagonX, TriangleAlert } from 'lucide-react'
import css from './state-mark.module.css'

export type Mark = 'ok' | 'error' | 'warn' | 'run' | 'wait' | 'idle' | 'unsure' | 'clash'

const icons = {
  ok: CircleCheck,
  error: OctagonX,
  warn: TriangleAlert,
  run: LoaderCircle,
  wait: CircleDashed,
  idle: CircleDot,
  unsure: Diamond,
  clash: CircleAlert,
} as const

/** A state by colour, shape and word, which all say the same. */
export function StateMark({ mark, word }: { readonly mark: Mark; readonly word: string }) {
  const Icon = icons[mark]
  return (
    <span className={`${css.mark} ${css[mark]}`}>
      <Icon size={16} aria-hidden /> {word}
    </span>
  )
}

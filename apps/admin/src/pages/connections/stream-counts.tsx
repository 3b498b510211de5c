import type { Stream } from '../../api/names.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { shownStream } from '../../shell/run-words.ts'
import css from './page.module.css'

const order = ['error', 'warn', 'ok', 'idle']

/** How many streams are in which state, the worst first. */
export function StreamCounts({ streams }: { readonly streams: readonly Stream[] }) {
  if (streams.length === 0) return <>–</>
  const shown = streams.map(shownStream)
  const kinds = [...new Set(shown.map(({ mark }) => mark))].toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
  return (
    <span className={css.marks}>
      {kinds.map((mark) => {
        const alike = shown.filter((one) => one.mark === mark)
        return <StateMark key={mark} mark={mark} word={`${alike.length} ${alike[0]?.word ?? ''}`} />
      })}
    </span>
  )
}

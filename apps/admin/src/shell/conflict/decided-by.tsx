import type { Conflict } from '../../api/names.ts'
import { When } from '../../parts/when/when.tsx'
import { locale, texts } from '../../texts/texts.ts'

const words = texts.conflicts

/** Who ended a conflict, when, and in whose favour. */
export function DecidedBy({ decision }: { readonly decision: NonNullable<Conflict['decision']> }) {
  const { at, how, by, winner, fields = {} } = decision
  const exceptions = Object.entries(fields).filter(([, side]) => side !== winner)
  return (
    <span>
      <When at={at} locale={locale} />:{' '}
      {by === null || winner === null ? words.overtaken : words.tookSide(by, words.sides[winner], how === 'strategy')}
      {exceptions.length > 0 && `, ${words.except(exceptions.map(([path]) => path).join(', '))}`}
    </span>
  )
}

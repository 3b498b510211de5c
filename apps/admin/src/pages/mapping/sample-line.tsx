import type { Sample } from '../../api/mapping-sample.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { When } from '../../parts/when/when.tsx'
import { locale, texts } from '../../texts/texts.ts'
import css from './editor.module.css'

const words = texts.mapping

interface SampleLineProps {
  readonly sample: Sample
  readonly isAsking: boolean
  readonly onAgain: () => void
}

function sentenceOf({ raw, total, rejected }: Sample): string {
  const of = total === null ? words.unknownTotal : texts.number(total)
  if (rejected === undefined) return raw.length === 0 ? words.emptySample : words.sampled(texts.number(raw.length), of)
  return rejected === 0 ? words.noRejects : words.rejectedRows(texts.number(rejected), of, texts.number(raw.length - rejected))
}

/** How many rows the mapping is tried on, and from when they are. */
export function SampleLine({ sample, isAsking, onAgain }: SampleLineProps) {
  const { raw, at, isShortened, rejected } = sample
  return (
    <div className={css.line}>
      <span>
        {sentenceOf(sample)} {raw.length > 0 && rejected !== 0 && <When at={at} locale={locale} />}
      </span>
      <ActionButton onPress={onAgain} isDisabled={isAsking}>
        {isAsking ? words.sampling : words.sampleAgain}
      </ActionButton>
      {isShortened && <span>{words.shortened}</span>}
    </div>
  )
}

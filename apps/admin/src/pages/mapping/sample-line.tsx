import type { Sample } from '../../api/mapping.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { When } from '../../parts/when/when.tsx'
import { locale, texts } from '../../texts/texts.ts'
import css from './editor.module.css'

const words = texts.mapping

interface SampleLineProps {
  readonly sample: Sample
  readonly isRejected: boolean
  readonly isAsking: boolean
  readonly onAgain: () => void
}

/** How many rows the mapping is tried on, and from when they are. */
export function SampleLine({ sample: { raw, total, at, isShortened }, isRejected, isAsking, onAgain }: SampleLineProps) {
  const [empty, sampled] = isRejected ? [words.noRejects, words.rejectedRows] : [words.emptySample, words.sampled]
  return (
    <div className={css.line}>
      <span>
        {raw.length === 0 ? (
          empty
        ) : (
          <>
            {sampled(texts.number(raw.length), total === null ? words.unknownTotal : texts.number(total))} <When at={at} locale={locale} />
          </>
        )}
      </span>
      <ActionButton onPress={onAgain} isDisabled={isAsking}>
        {isAsking ? words.sampling : words.sampleAgain}
      </ActionButton>
      {isShortened && <span>{words.shortened}</span>}
    </div>
  )
}

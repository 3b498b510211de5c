import { type ReactNode, useState } from 'react'
import { browserNow, isAhead } from '../api/browser-clock.ts'
import { Choice } from '../parts/controls/choice.tsx'
import { Confirm } from '../parts/dialog/confirm.tsx'
import { TextField } from '../parts/field/text-field.tsx'
import { texts } from '../texts/texts.ts'

const hours = { hour: 1, fourHours: 4, day: 24, week: 168 } as const
const spans = Object.keys(hours) as (keyof typeof hours)[]

export interface UntilDialogProps {
  /** The button that asks. */
  readonly trigger: ReactNode
  /** Names the action and its object. */
  readonly title: string
  readonly action: string
  /** What it is called to let it last until somebody ends it. Without it that is not offered. */
  readonly forever?: string
  /** What happens until then. */
  readonly children: ReactNode
  /** ISO 8601; null if it lasts until somebody ends it. */
  readonly onUntil: (until: string | null) => void
}

/** Asks until when something lasts: for a usual span, or until a time in the zone of this browser. */
export function UntilDialog({ trigger, title, action, forever, children, onUntil }: UntilDialogProps) {
  const [span, setSpan] = useState<keyof typeof hours | 'own' | 'forever' | undefined>('hour')
  const [own, setOwn] = useState('')
  const until = () => {
    if (span === 'forever') return null
    const ms = span === 'own' ? new Date(own).getTime() : browserNow().getTime() + hours[span ?? 'hour'] * 3_600_000
    return new Date(ms).toISOString()
  }
  return (
    <Confirm
      trigger={trigger}
      title={title}
      action={action}
      cancel={texts.cancel}
      isDisabled={span === 'own' && !isAhead(own)}
      onConfirm={() => onUntil(until())}
    >
      {children}
      <Choice
        label={texts.until.span}
        value={span}
        choices={[
          ...spans.map((name) => [name, texts.until[name]] as const),
          ['own', texts.until.own] as const,
          ...(forever === undefined ? [] : [['forever', forever] as const]),
        ]}
        onChange={setSpan}
      />
      {span === 'own' && <TextField label={texts.until.time} type="datetime-local" value={own} onChange={setOwn} />}
    </Confirm>
  )
}

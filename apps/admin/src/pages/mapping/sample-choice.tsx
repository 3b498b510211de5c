import { allOpen, type RejectedRows } from '../../api/mapping-sample.ts'
import { Choice } from '../../parts/controls/choice.tsx'
import { texts } from '../../texts/texts.ts'
import css from './editor.module.css'

const words = texts.mapping

interface SampleChoiceProps {
  readonly rejected: RejectedRows | undefined
  readonly onChange: (rejected: Partial<RejectedRows>) => void
}

/** On which rows the mapping is tried: the first ones of the ERP or rejected ones. What is edited stays. */
export function SampleChoice({ rejected, onChange }: SampleChoiceProps) {
  const { rejects: runId = allOpen, path, reason } = rejected ?? {}
  const ofRun = runId === allOpen ? [] : [[runId, words.rejectsOfRun] as const]
  return (
    <div className={css.line}>
      <Choice
        label={words.rows}
        none={words.firstRows}
        value={rejected?.rejects}
        choices={[[allOpen, words.openRejects], ...ofRun]}
        onChange={(rejects) => onChange(rejects === undefined ? {} : { rejects })}
      />
      {path !== undefined && (
        <span>
          <code>{path}</code> {reason}
        </span>
      )}
    </div>
  )
}

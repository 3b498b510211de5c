import type { ConflictPolicy, DataType } from '../../api/names.ts'
import { Field } from '../../forms/schema-form/field.tsx'
import formCss from '../../forms/schema-form/form.module.css'
import { withValue } from '../../forms/schema-form/values.ts'
import { Choice } from '../../parts/controls/choice.tsx'
import { CronField } from '../../shell/cron-field.tsx'
import { texts } from '../../texts/texts.ts'
import { chosen } from './draft.ts'
import css from './page.module.css'
import type { StepProps } from './what-step.tsx'

const words = texts.wizard
const policies = ['newest_wins', 'erp_wins', 'system_wins', 'manual'] as const satisfies readonly ConflictPolicy[]

/** When it syncs, who wins if both sides change the same, and who uses it. */
export function RhythmStep({ draft, change, providers, problems }: StepProps) {
  const provider = chosen(draft, providers)
  if (!provider) return null
  const { settings } = draft
  const enabled = (settings.enabledDataTypes ?? []) as readonly DataType[]
  const bothWays = provider.dataTypes.filter(
    ({ dataType, directions }) => directions.includes('bidirectional') && enabled.includes(dataType),
  )
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <div className={css.step}>
      <CronField
        schedule={String(settings.syncSchedule ?? '')}
        timezone={String(settings.timezone ?? own)}
        problem={problems.get('settings.syncSchedule') ?? problems.get('settings.timezone')}
        onChange={({ schedule, timezone }) => {
          const isSet = schedule !== ''
          const timed = withValue(settings, 'syncSchedule', isSet ? schedule : undefined)
          change({ settings: withValue(timed, 'timezone', isSet ? timezone : undefined) })
        }}
      />
      {bothWays.map(({ dataType }) => {
        const policy = draft.policies[dataType]
        return (
          <div key={dataType} className={css.policy}>
            <Choice
              label={words.policyOf(texts.dataTypes[dataType])}
              none={words.pullOnly}
              value={policy}
              choices={policies.map((one) => [one, words.policies[one]])}
              onChange={(next) => change({ policies: withValue(draft.policies, dataType, next) as typeof draft.policies })}
            />
            {policy && <p className={formCss.hint}>{words.policyExamples[policy]}</p>}
          </div>
        )
      })}
      <div className={formCss.form}>
        <Field path="clientId" title={words.client} description={words.clientHint}>
          {(given) => (
            <input
              {...given}
              className={formCss.input}
              autoComplete="off"
              value={draft.clientId}
              onChange={({ target }) => change({ clientId: target.value })}
            />
          )}
        </Field>
      </div>
    </div>
  )
}

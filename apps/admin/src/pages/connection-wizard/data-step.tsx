import type { DataType } from '../../api/names.ts'
import { fieldId } from '../../forms/schema-form/field.tsx'
import formCss from '../../forms/schema-form/form.module.css'
import { fieldNames } from '../../forms/schema-form/schema.ts'
import { SchemaForm } from '../../forms/schema-form/schema-form.tsx'
import { formContext } from '../../shell/form-words.ts'
import { texts } from '../../texts/texts.ts'
import { chosen } from './draft.ts'
import css from './page.module.css'
import { offerOf, type StepProps } from './what-step.tsx'

const words = texts.wizard
/** What has a place of its own in the wizard. */
const elsewhere = ['product', 'enabledDataTypes', 'syncSchedule', 'timezone', 'webhook']

/** Which data are exchanged, and the settings of the connector. */
export function DataStep({ draft, change, providers, problems }: StepProps) {
  const provider = chosen(draft, providers)
  if (!provider) return null
  const enabled = (draft.settings.enabledDataTypes ?? []) as readonly DataType[]
  const all = provider.dataTypes.map(({ dataType }) => dataType)
  const enable = (dataType: DataType, isEnabled: boolean) =>
    change({
      settings: {
        ...draft.settings,
        enabledDataTypes: all.filter((one) => (one === dataType ? isEnabled : enabled.includes(one))),
      },
    })
  const problem = problems.get('settings.enabledDataTypes')
  return (
    <div className={css.step}>
      <fieldset className={css.cards} id={fieldId('settings.enabledDataTypes')} tabIndex={-1}>
        <legend>{words.dataTypes}</legend>
        {provider.dataTypes.map((offer) => (
          <label key={offer.dataType} className={css.card}>
            <input
              type="checkbox"
              checked={enabled.includes(offer.dataType)}
              onChange={({ target }) => enable(offer.dataType, target.checked)}
            />
            <span>
              <strong>{offerOf(offer)}</strong>
              <small>{offer.incremental ? words.incremental : words.full}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {problem !== undefined && <p className={formCss.problem}>{problem}</p>}
      <p className={css.note}>{words.sampleLater}</p>
      <details className={formCss.group}>
        <summary>{words.settings}</summary>
        <div>
          <SchemaForm
            context={{ ...formContext(provider.settings, null), problems }}
            schema={provider.settings}
            names={fieldNames(provider.settings).filter((name) => !elsewhere.includes(name))}
            path="settings"
            values={draft.settings}
            onChange={(settings) => change({ settings })}
          />
        </div>
      </details>
    </div>
  )
}

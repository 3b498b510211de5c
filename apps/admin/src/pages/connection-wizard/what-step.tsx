import type { Provider } from '../../api/providers.ts'
import { Field } from '../../forms/schema-form/field.tsx'
import formCss from '../../forms/schema-form/form.module.css'
import { texts } from '../../texts/texts.ts'
import { choose, chosen, type Draft, wayOf } from './draft.ts'
import css from './page.module.css'

const words = texts.wizard

export interface StepProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly providers: readonly Provider[]
  readonly problems: ReadonlyMap<string, string>
}

/** What is connected: the name, who made the ERP, and the way to it. */
export function WhatStep({ draft, change, providers, problems }: StepProps) {
  const makers = [...new Set(providers.map(({ provider }) => provider))]
  const ways = providers.filter(({ provider }) => provider === draft.provider)
  return (
    <div className={formCss.form}>
      <Field path="name" title={texts.connections.name} description={words.nameHint} isRequired problem={problems.get('name')}>
        {(given) => (
          <input
            {...given}
            className={formCss.input}
            required
            maxLength={200}
            autoComplete="off"
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      <fieldset className={css.cards}>
        <legend>{texts.connections.provider} *</legend>
        {problems.has('provider') && (
          <p className={formCss.problem} role="alert">
            {problems.get('provider')}
          </p>
        )}
        {makers.map((provider) => (
          <label key={provider} className={css.card}>
            <input
              type="radio"
              name="provider"
              checked={draft.provider === provider}
              onChange={() => change(choose(draft, { provider }, providers))}
            />
            <span>
              <strong>{provider}</strong>
              {!providers.some((one) => one.provider === provider && one.connectionMethod === 'api') && <small>{words.noWebService}</small>}
              {provider === 'Custom' && <small>{words.customHint}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      {ways.length > 0 && (
        <fieldset className={css.cards}>
          <legend>{words.way}</legend>
          {ways.map((way) => (
            <label key={wayOf(way)} className={css.card}>
              <input
                type="radio"
                name="way"
                checked={way === chosen(draft, providers)}
                onChange={() => change(choose(draft, { provider: way.provider, way: wayOf(way) }, providers))}
              />
              <span>
                <strong>{way.title}</strong>
                <small>
                  {way.connectionMethod} · {way.dataTypes.map(offerOf).join(', ')}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}

/** A data type and its directions in words. */
export function offerOf({ dataType, directions }: Provider['dataTypes'][number]): string {
  const direction = directions.includes('bidirectional') ? 'bidirectional' : directions[0]
  return direction ? `${texts.dataTypes[dataType]} (${texts.directions[direction]})` : texts.dataTypes[dataType]
}

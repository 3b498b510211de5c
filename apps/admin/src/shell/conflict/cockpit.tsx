import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Decision, maxResolved, resolveConflicts } from '../../api/conflicts.ts'
import type { Conflict, ConflictFate } from '../../api/names.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { When } from '../../parts/when/when.tsx'
import { locale, texts } from '../../texts/texts.ts'
import { problem } from '../problem.tsx'
import { useConnectionName } from '../use-connection-name.ts'
import { useMay } from '../use-may.ts'
import { type Choices, decisionOf, othersLike, pathsOf } from './choices.ts'
import css from './conflict.module.css'
import { effectOf } from './effect.ts'
import { FieldTable } from './field-table.tsx'
import { Others } from './others.tsx'

const words = texts.conflicts

export interface Decided {
  readonly conflicts: readonly Conflict[]
  readonly fates: readonly ConflictFate[]
}

export interface CockpitProps {
  readonly conflict: Conflict
  /** The conflicts that are shown with it: some may be decided alike. */
  readonly shown: readonly Conflict[]
  readonly onDecided: (decided: Decided) => void
}

/** One conflict: both sides beside what they had agreed on, what a choice does, and the decision. */
export function Cockpit({ conflict, shown, onDecided }: CockpitProps) {
  const [choices, setChoices] = useState<Choices>({})
  const [showsOthers, setShowsOthers] = useState(false)
  const may = useMay('operator')
  const queries = useQueryClient()
  const erpName = useConnectionName()(conflict.erpConnectionId)
  const resolve = useMutation({
    mutationFn: async ({ conflicts, decision }: { readonly conflicts: readonly Conflict[]; readonly decision: Decision }) => {
      const { results } = await resolveConflicts(
        conflicts.map(({ id }) => id),
        decision,
      )
      return { conflicts, fates: results }
    },
    onSuccess: onDecided,
    onSettled: () => queries.invalidateQueries({ queryKey: ['conflicts'] }),
  })
  const decision = decisionOf(conflict, choices)
  const alike = othersLike(conflict, shown).slice(0, maxResolved - 1)
  const effect = effectOf(conflict, choices, erpName)
  const chooseAll = (side: 'erp' | 'system') => setChoices(Object.fromEntries(pathsOf(conflict).map((path) => [path, side])))
  const isDisabled = !may || resolve.isPending

  return (
    <section className={css.cockpit} aria-label={words.conflictOf(conflict.recordId)}>
      <h2>
        {conflict.recordId} <StateMark mark="clash" word={words.reasons[conflict.reason]} />
      </h2>
      <p className={css.where}>
        {texts.dataTypes[conflict.dataType]} · {erpName} · <When at={conflict.detectedAt} locale={locale} />
        {conflict.syncLogId && (
          <>
            {' · '}
            <Link to="/sync-logs/$id" params={{ id: conflict.syncLogId }}>
              {words.foundBy}
            </Link>
          </>
        )}
      </p>
      <p className={css.explanation}>{conflict.explanation}</p>
      <FieldTable
        conflict={conflict}
        erpName={erpName}
        choices={choices}
        isDisabled={isDisabled}
        onChoose={(path, side) => setChoices((before) => ({ ...before, [path]: side }))}
      />
      <div className={css.actions}>
        <ActionButton isDisabled={isDisabled} onPress={() => chooseAll('erp')}>
          {words.chooseAll(erpName)}
        </ActionButton>
        <ActionButton isDisabled={isDisabled} onPress={() => chooseAll('system')}>
          {words.chooseAll(words.ours)}
        </ActionButton>
      </div>
      <p role="status">{effect ?? words.chooseFirst}</p>
      {!may && <p>{texts.needs('operator')}</p>}
      <div className={css.actions}>
        <ActionButton
          isMain
          isDisabled={isDisabled || decision === null}
          onPress={() => decision && resolve.mutate({ conflicts: [conflict], decision })}
        >
          {resolve.isPending ? words.deciding : words.decide}
        </ActionButton>
        {alike.length > 0 && (
          <ActionButton isDisabled={isDisabled || decision === null} onPress={() => setShowsOthers(true)}>
            {words.sameFor(alike.length)}
          </ActionButton>
        )}
      </div>
      {resolve.error && problem(resolve.error)}
      {showsOthers && decision && (
        <Others
          conflicts={[conflict, ...alike]}
          decision={decision}
          isDisabled={isDisabled}
          onDecide={(conflicts) => resolve.mutate({ conflicts, decision })}
          onCancel={() => setShowsOthers(false)}
        />
      )}
    </section>
  )
}

import type { ERPConnection } from '@linkspan/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { type Evaluation, isChangedByOthers, type Mapping, type StoredConfig, saveMapping, syncFull } from '../../api/mapping.ts'
import type { DataType } from '../../api/names.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { problem } from '../../shell/problem.tsx'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'
import css from './editor.module.css'
import { SaveDialog, type SaveHow } from './save-dialog.tsx'

const words = texts.mapping

export interface SaveBarProps {
  readonly connection: ERPConnection
  readonly dataType: DataType
  readonly stored: StoredConfig | null
  readonly saved: Mapping
  readonly mapping: Mapping
  readonly isEdited: boolean
  readonly evaluation: Evaluation | undefined
  readonly savedEvaluation: Evaluation | undefined
  /** What was edited is stored, or given up. */
  readonly onDone: () => void
}

/** Saves the mapping, tries it on everything, or gives it up. */
export function SaveBar(props: SaveBarProps) {
  const { connection, dataType, stored, mapping, isEdited, onDone } = props
  const stream = { id: connection.id, dataType }
  const [isAsked, setIsAsked] = useState(false)
  const [maySave, mayTry] = [useMay('admin'), useMay('operator')]
  const queries = useQueryClient()
  const navigate = useNavigate()
  const readAgain = () => queries.invalidateQueries({ queryKey: ['mapping', connection.id, dataType, 'stored'] })

  /** The run to go to, once the page knows that nothing is unsaved any more. */
  const leave = useRef<string>(undefined)
  useEffect(() => {
    if (isEdited || leave.current === undefined) return
    const id = leave.current
    leave.current = undefined
    void navigate({ to: '/sync-logs/$id', params: { id } })
  })
  const start = useMutation({
    mutationFn: (how: Exclude<SaveHow, 'save'>) => syncFull(stream, { dryRun: how === 'try' }),
    onSuccess({ run, joined }) {
      if (!joined) leave.current = run.id
    },
  })
  const save = useMutation({
    mutationFn(_: SaveHow) {
      const { syncSchedule: schedule, timezone } = connection.settings
      return saveMapping({ ...stream, mapping, stored, schedule, timezone })
    },
    async onSuccess(_, how) {
      await readAgain()
      onDone()
      if (how !== 'save') start.mutate(how)
    },
    onSettled: () => setIsAsked(false),
  })
  const attempt = useMutation({
    mutationFn: () => syncFull(stream, { dryRun: true, mapping }),
  })

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'Enter' && isEdited && maySave) setIsAsked(true)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isEdited, maySave])

  const isStale = isChangedByOthers(save.error)
  return (
    <>
      <div className={css.line}>
        <ActionButton isMain isDisabled={!maySave || !isEdited || save.isPending || start.isPending} onPress={() => setIsAsked(true)}>
          {words.save}
        </ActionButton>
        <ActionButton isDisabled={!isEdited} onPress={onDone}>
          {words.discard}
        </ActionButton>
        <ActionButton isDisabled={!mayTry || !isEdited || attempt.isPending} onPress={() => attempt.mutate()}>
          {words.tryFull}
        </ActionButton>
        {!maySave && <span className={css.note}>{texts.needs('admin')}</span>}
        {attempt.data && (
          <Link to="/sync-logs/$id" params={{ id: attempt.data.run.id }} target="_blank">
            {words.openRun}
          </Link>
        )}
        {save.isSuccess && !isEdited && <span role="status">{words.saved}</span>}
      </div>
      {save.error && problem(save.error)}
      {start.error && !isEdited && problem(start.error)}
      {start.data?.joined && !isEdited && (
        <div className={css.line} role="status">
          <span>{words.underWay}</span>
          <Link to="/sync-logs/$id" params={{ id: start.data.run.id }}>
            {words.openUnderWay}
          </Link>
        </div>
      )}
      {isStale && (
        <div className={css.line}>
          <span>{words.changedByOthers}</span>
          <ActionButton onPress={() => void readAgain().then(onDone).then(save.reset)}>{words.takeTheirs}</ActionButton>
          <ActionButton onPress={() => void readAgain().then(save.reset)}>{words.keepMine}</ActionButton>
        </div>
      )}
      {attempt.error && problem(attempt.error)}
      <SaveDialog {...props} isOpen={isAsked} isPending={save.isPending} onClose={() => setIsAsked(false)} onSave={save.mutate} />
    </>
  )
}

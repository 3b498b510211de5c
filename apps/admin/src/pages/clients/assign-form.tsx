import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AssignmentChange } from '../../api/clients.ts'
import { connectionsQuery } from '../../api/connections.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Choice } from '../../parts/controls/choice.tsx'
import { texts } from '../../texts/texts.ts'
import css from './clients.module.css'

const words = texts.clients

export interface AssignFormProps {
  /** Whether the connection would be a site's own. */
  readonly isSite: boolean
  readonly mayChange: boolean
  readonly onChange: (change: Pick<AssignmentChange, 'action' | 'erpConnectionId' | 'isDefault' | 'overridesClient'>) => void
}

/** Chooses a connection, and how it is used. Nothing is stored before its effect was shown. */
export function AssignForm({ isSite, mayChange, onChange }: AssignFormProps) {
  const { data: connections = [] } = useQuery(connectionsQuery)
  const [connection, setConnection] = useState<string>()
  const [isFirst, setIsFirst] = useState(true)
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (connection === undefined) return
        onChange({ action: 'assign', erpConnectionId: connection, ...(isSite ? { overridesClient: isFirst } : { isDefault: isFirst }) })
      }}
    >
      <Choice
        none={words.choose}
        label={words.connectionToAssign}
        value={connection}
        choices={connections.map(({ id, name }) => [id, name])}
        onChange={setConnection}
      />
      <label className={css.check}>
        <input type="checkbox" checked={isFirst} onChange={({ target }) => setIsFirst(target.checked)} />
        {isSite ? words.overridesClient : words.becomesDefault}
      </label>
      <ActionButton type="submit" isDisabled={!mayChange || connection === undefined}>
        {words.showChanges}
      </ActionButton>
      {!mayChange && <span>{texts.needs('admin')}</span>}
    </form>
  )
}

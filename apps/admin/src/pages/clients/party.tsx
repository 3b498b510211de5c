import { useState } from 'react'
import type { AssignmentChange } from '../../api/clients.ts'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'
import { AssignForm } from './assign-form.tsx'
import { type Assignment, Assignments } from './assignments.tsx'
import { Change } from './change.tsx'
import css from './clients.module.css'

const words = texts.clients

export interface PartyProps {
  readonly clientId: string
  readonly siteId?: string
  readonly assignments: readonly Assignment[]
}

/** What a client or a site was assigned, and how that is changed: first its effect on every site, then the change. */
export function Party({ clientId, siteId, assignments }: PartyProps) {
  const mayChange = useMay('admin')
  const [change, setChange] = useState<AssignmentChange | null>(null)
  const begin = (part: Omit<AssignmentChange, 'clientId' | 'siteId'>) =>
    setChange({ ...part, clientId, ...(siteId !== undefined && { siteId }) })
  return (
    <>
      <h3>{words.assignments}</h3>
      <Assignments assignments={assignments} mayChange={mayChange} onChange={begin} />
      <h3>{words.change}</h3>
      <AssignForm isSite={siteId !== undefined} mayChange={mayChange} onChange={begin} />
      {change && <Change key={JSON.stringify(change)} change={change} assignments={assignments} onDone={() => setChange(null)} />}
      <p className={css.note}>{siteId === undefined ? words.clientNote : words.siteNote}</p>
    </>
  )
}

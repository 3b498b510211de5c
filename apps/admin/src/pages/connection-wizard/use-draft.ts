import { useEffect, useState } from 'react'
import type { Provider } from '../../api/providers.ts'
import { keepDraft, readDraft } from '../../shell/new-connection-draft.ts'
import { chosen, type Draft, emptyDraft, withoutSecrets } from './draft.ts'

/** The draft, which survives a reload except for its secrets. */
export function useDraft(providers: readonly Provider[]) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...emptyDraft, ...(readDraft() as Partial<Draft>) }))
  useEffect(() => keepDraft(withoutSecrets(draft, chosen(draft, providers))), [draft, providers])
  return [draft, (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))] as const
}

import type { ERPConnection } from '@linkspan/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { changeConnection, deleteConnection } from '../api/connections.ts'
import { isValues, mask, type Values } from '../forms/schema-form/values.ts'
import { ConfirmByName } from '../parts/dialog/confirm-by-name.tsx'
import { ActionMenu } from '../parts/menu/menu.tsx'
import { texts } from '../texts/texts.ts'
import css from './connection-menu.module.css'
import { keepDraft } from './new-connection-draft.ts'
import { problem } from './problem.tsx'
import { useMay } from './use-may.ts'

const words = texts.connectionMenu

/** What else can be done with a connection. */
export function ConnectionMenu({ connection }: { readonly connection: ERPConnection }) {
  const { id, name, status } = connection
  const queries = useQueryClient()
  const navigate = useNavigate()
  const mayAdmin = useMay('admin')
  const [isDeleting, setIsDeleting] = useState(false)
  const [told, setTold] = useState('')
  const refresh = () => queries.invalidateQueries()
  const pause = useMutation({
    mutationFn: () => changeConnection(id, { status: status === 'inactive' ? 'active' : 'inactive' }),
    onSuccess: refresh,
  })
  const remove = useMutation({
    mutationFn: () => deleteConnection(id),
    async onSuccess() {
      await navigate({ to: '/erp-connections' })
      await refresh()
    },
  })
  const forAdmins = (action: string) => (mayAdmin ? action : `${action} (${texts.needs('admin')})`)
  const failed = pause.error ?? remove.error
  return (
    <div className={css.menu}>
      <ActionMenu
        label={words.more(name)}
        actions={[
          {
            name: forAdmins(status === 'inactive' ? words.activate : words.pause),
            isDisabled: !mayAdmin,
            onAction: () => pause.mutate(),
          },
          {
            name: forAdmins(words.duplicate),
            isDisabled: !mayAdmin,
            onAction() {
              keepDraft(duplicateOf(connection))
              void navigate({ to: '/erp-connections/new' })
            },
          },
          {
            name: words.copyId,
            onAction: () =>
              void navigator.clipboard.writeText(id).then(
                () => setTold(words.copied(id)),
                () => setTold(words.notCopied(id)),
              ),
          },
          { name: forAdmins(words.delete), isDisabled: !mayAdmin, onAction: () => setIsDeleting(true) },
        ]}
      />
      <span role="status">{told}</span>
      {failed && problem(failed)}
      <ConfirmByName
        isOpen={isDeleting}
        onClose={() => setIsDeleting(false)}
        title={words.deleteOf(name)}
        name={name}
        nameLabel={words.typeName(name)}
        action={words.delete}
        cancel={texts.cancel}
        onConfirm={() => remove.mutate()}
      >
        <p>{words.goes}</p>
        <ul>
          {words.whatGoes.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>{words.stays}</p>
        <ul>
          {words.whatStays.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </ConfirmByName>
    </div>
  )
}

/** The draft of a connection like this one, without what is secret. */
const duplicateOf = ({ name, provider, connectionMethod, credentials, settings }: ERPConnection) => ({
  name: words.copyOf(name),
  provider,
  way: [connectionMethod, settings.product].filter(Boolean).join(' '),
  credentials: withoutMasked(credentials),
  settings: withoutMasked(settings),
})

function withoutMasked(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value === mask) return []
      if (!isValues(value)) return [[name, value]]
      const inner = withoutMasked(value)
      return Object.keys(inner).length === 0 && Object.keys(value).length > 0 ? [] : [[name, inner]]
    }),
  )
}

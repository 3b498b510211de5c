import { useNavigate } from '@tanstack/react-router'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'

const words = texts.connections

/** The way to a new connection; for others than admins a sentence. */
export function NewConnection() {
  const navigate = useNavigate()
  const may = useMay('admin')
  return (
    <>
      <ActionButton isMain isDisabled={!may} onPress={() => void navigate({ to: '/erp-connections/new' })}>
        {words.new}
      </ActionButton>
      {!may && <span>{texts.needs('admin')}</span>}
    </>
  )
}

import { type ReactNode, useId, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { ActionButton } from '../controls/action-button.tsx'
import css from './dialog.module.css'

export interface ConfirmByNameProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  /** Names the action and its object: "Delete SAP Production". */
  readonly title: string
  /** What happens then. */
  readonly children: ReactNode
  /** What has to be typed. */
  readonly name: string
  readonly nameLabel: string
  readonly action: string
  readonly cancel: string
  readonly onConfirm: () => void
}

/** Asks before something is lost for good: the name of what is lost has to be typed. */
export function ConfirmByName({ isOpen, onClose, title, children, name, nameLabel, action, cancel, onConfirm }: ConfirmByNameProps) {
  const [typed, setTyped] = useState('')
  const id = useId()
  const close = () => {
    setTyped('')
    onClose()
  }
  return (
    <ModalOverlay className={css.overlay ?? ''} isOpen={isOpen} onOpenChange={(open) => !open && close()} isDismissable>
      <Modal className={css.modal ?? ''}>
        <Dialog className={css.dialog ?? ''}>
          <Heading slot="title" className={css.title ?? ''}>
            {title}
          </Heading>
          {children}
          <label htmlFor={id}>{nameLabel}</label>
          <input id={id} autoComplete="off" value={typed} onChange={({ target }) => setTyped(target.value)} />
          <div className={css.actions}>
            <ActionButton onPress={close}>{cancel}</ActionButton>
            <ActionButton
              isMain
              isDisabled={typed.trim() !== name.trim()}
              onPress={() => {
                close()
                onConfirm()
              }}
            >
              {action}
            </ActionButton>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

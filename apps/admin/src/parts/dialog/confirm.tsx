import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { ActionButton } from '../controls/action-button.tsx'
import css from './dialog.module.css'

export interface ConfirmProps {
  /** The button that asks. */
  readonly trigger: ReactNode
  /** Names the action, its object and its number: "Delete SAP Production". */
  readonly title: string
  /** What happens then. */
  readonly children: ReactNode
  readonly action: string
  readonly cancel: string
  readonly isDisabled?: boolean
  readonly onConfirm: () => void
}

/** Asks before something happens that cannot be taken back. */
export function Confirm({ trigger, title, children, action, cancel, isDisabled = false, onConfirm }: ConfirmProps) {
  return (
    <DialogTrigger>
      {trigger}
      <ModalOverlay className={css.overlay ?? ''} isDismissable>
        <Modal className={css.modal ?? ''}>
          <Dialog className={css.dialog ?? ''}>
            {({ close }) => (
              <>
                <Heading slot="title" className={css.title ?? ''}>
                  {title}
                </Heading>
                {children}
                <div className={css.actions}>
                  <ActionButton onPress={close}>{cancel}</ActionButton>
                  <ActionButton
                    isMain
                    isDisabled={isDisabled}
                    onPress={() => {
                      close()
                      onConfirm()
                    }}
                  >
                    {action}
                  </ActionButton>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

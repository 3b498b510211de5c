import { useBlocker } from '@tanstack/react-router'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import css from '../../parts/dialog/dialog.module.css'
import { texts } from '../../texts/texts.ts'

const words = texts.mapping

/** Asks before a page with changes is left. Another record of the same page is not a page of its own. */
export function LeaveGuard({ isNeeded }: { readonly isNeeded: boolean }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isNeeded && current.pathname !== next.pathname,
    enableBeforeUnload: () => isNeeded,
    withResolver: true,
  })
  return (
    <ModalOverlay className={css.overlay ?? ''} isOpen={status === 'blocked'} onOpenChange={(isOpen) => !isOpen && reset?.()} isDismissable>
      <Modal className={css.modal ?? ''}>
        <Dialog className={css.dialog ?? ''} role="alertdialog">
          <Heading slot="title" className={css.title ?? ''}>
            {words.leave}
          </Heading>
          <p>{words.leaveDetail}</p>
          <div className={css.actions}>
            <ActionButton onPress={() => reset?.()}>{words.stay}</ActionButton>
            <ActionButton isMain onPress={() => proceed?.()}>
              {words.leaveAction}
            </ActionButton>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

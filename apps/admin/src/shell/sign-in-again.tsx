import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { sessionQuery } from '../api/session.ts'
import { isExpired, onExpired, tellTabs } from '../api/session-tabs.ts'
import dialog from '../parts/dialog/dialog.module.css'
import { texts } from '../texts/texts.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Asks to sign in again over a page whose session has ended. The page stays as it is, with all that was typed into it. */
export function SignInAgain() {
  const queries = useQueryClient()
  const isOpen = useSyncExternalStore(onExpired, isExpired)
  return (
    <ModalOverlay className={dialog.overlay ?? ''} isOpen={isOpen} isKeyboardDismissDisabled>
      <Modal className={dialog.modal ?? ''}>
        <Dialog className={dialog.dialog ?? ''} role="alertdialog">
          <Heading slot="title" className={dialog.title ?? ''}>
            {texts.signIn.again}
          </Heading>
          <p>{texts.signIn.whyAgain}</p>
          <SignInForm
            onSignedIn={async (session) => {
              queries.setQueryData(sessionQuery.queryKey, session)
              tellTabs('signed-in')
              await queries.invalidateQueries()
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

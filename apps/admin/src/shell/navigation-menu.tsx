import { Menu } from 'lucide-react'
import { Dialog, DialogTrigger, Modal, ModalOverlay } from 'react-aria-components'
import { ActionButton } from '../parts/controls/action-button.tsx'
import { texts } from '../texts/texts.ts'
import { Navigation } from './navigation.tsx'
import css from './navigation-menu.module.css'

/** The navigation on a narrow screen, behind a button. */
export function NavigationMenu() {
  return (
    <div className={css.narrow}>
      <DialogTrigger>
        <ActionButton label={texts.navigation.open}>
          <Menu size={16} aria-hidden />
        </ActionButton>
        <ModalOverlay className={css.overlay ?? ''} isDismissable>
          <Modal className={css.drawer ?? ''}>
            <Dialog aria-label={texts.navigation.label} className={css.dialog ?? ''}>
              {({ close }) => (
                <>
                  <Navigation onFollow={close} />
                  <ActionButton onPress={close}>{texts.close}</ActionButton>
                </>
              )}
            </Dialog>
          </Modal>
        </ModalOverlay>
      </DialogTrigger>
    </div>
  )
}

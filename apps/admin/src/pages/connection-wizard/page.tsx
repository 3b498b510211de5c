import { useQuery } from '@tanstack/react-query'
import { providersQuery } from '../../api/providers.ts'
import { View } from '../../parts/view-states/view.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import { Wizard } from './wizard.tsx'

/** Makes a connection in five steps, all of which can be reached at any time. */
export function ConnectionWizardPage() {
  const providers = useQuery(providersQuery)
  return (
    <>
      <PageHead title={texts.wizard.title} />
      <View query={providers} words={texts} problem={problem}>
        {(all) => <Wizard providers={all} />}
      </View>
    </>
  )
}

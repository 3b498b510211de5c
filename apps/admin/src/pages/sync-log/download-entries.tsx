import { useMutation } from '@tanstack/react-query'
import { allEntries } from '../../api/run-entries.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { saveFile } from '../../parts/download/save-file.ts'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'

const words = texts.run

/** Saves the whole log of a run as text, whatever is shown of it. */
export function DownloadEntries({ id }: { readonly id: string }) {
  const save = useMutation({
    async mutationFn() {
      const parts: string[] = []
      for await (const entries of allEntries(id))
        for (const { at, level, message, details } of entries)
          parts.push(`${at} ${level.padEnd(5)} ${message}${details ? ` ${JSON.stringify(details)}` : ''}\n`)
      saveFile(`${id}.log`, 'text/plain', parts)
    },
  })
  return (
    <>
      <ActionButton onPress={() => save.mutate()} isDisabled={save.isPending}>
        {save.isPending ? words.downloading : words.download}
      </ActionButton>
      {save.error && problem(save.error)}
    </>
  )
}

import { textOf } from '@linkspan/connector-kit/odata/row'
import { toAppError } from '@linkspan/core/connector'
import type { Reader } from './ask.ts'
import type { CodeNames } from './persons.ts'

interface NamesContext {
  readonly reader: Reader
  readonly root: URL
}

/** The names of departments and locations by their codes; none of a kind that the user may not read. */
export async function readCodeNames(context: NamesContext): Promise<CodeNames> {
  const [departments, locations] = [await namesIn('FODepartment', context), await namesIn('FOLocation', context)]
  return { departments, locations }
}

async function namesIn(set: string, { reader, root }: NamesContext): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  const question = { set: new URL(set, root), select: ['externalCode', 'name'], required: ['externalCode', 'name'] }
  try {
    for await (const { rows } of reader.pages(question, null))
      for (const row of rows) {
        const [code, name] = [textOf(row, 'externalCode'), textOf(row, 'name')]
        if (code !== undefined && name !== undefined) names.set(code, name)
      }
  } catch (thrown) {
    const error = toAppError(thrown)
    if (error.kind !== 'setup' || error.code === 'setup.credentials-rejected') throw error
  }
  return names
}

import type { DataTypeId } from '@linkspan/core/connector'
import { isPlainName } from '../connection/folders.ts'
import { wildcardMatcher } from './wildcards.ts'

/** Names of files that are still being written (docs/erp/sftp-files.md#unfinished-files). */
const unfinished = /^\.|(\.(tmp|part|partial|filepart|crdownload|swp)|~)$/i

/** Names of companions: trigger, checksum and report files, which have no rows of their own. */
const companion = /\.(done|ok|trg|fin|ctl|md5|sha1|sha256|err\.json)$/i

const readable = /\.(csv|tsv|txt|json|jsonl|ndjson|xml|xlsx)(\.(gz|zip))?(\.(pgp|gpg|asc))?$/i

/** Names of partners' answers to our orders: "ack_1.csv", "orders_20261123_000001_ack.csv", "order-confirmation.xml". */
const acknowledgement =
  /^ack(?:nowledge?ments?)?(?![a-z])|^orders?(?![a-z])[^/]*[-_. ](?:acks?|acknowledge?ments?|confirmations?|responses?|results?|status)(?![a-z])/i

const isUnfinished = (name: string): boolean => unfinished.test(name)

/** Creates a test for the names of a data type's files: by the pattern if there is one, else by the name of the data type in front. */
export function matcherFor(dataType: DataTypeId, pattern: string | undefined): (name: string) => boolean {
  const isOurs = (name: string) => isPlainName(name) && !isUnfinished(name)
  if (pattern !== undefined) {
    const fits = wildcardMatcher(pattern)
    return (name) => isOurs(name) && fits(name)
  }
  const begins = new RegExp(`^${dataType.replace('_', '[-_ ]?')}(?![a-z])`, 'i')
  const isMeant = (name: string): boolean => {
    if (dataType === 'orders') return begins.test(name) && !acknowledgement.test(name)
    return begins.test(name) || (dataType === 'order_status' && acknowledgement.test(name))
  }
  return (name) => isOurs(name) && isMeant(name) && readable.test(name) && !companion.test(name)
}

/** Why a file in the folder of a data type is not read, for people. */
export interface ForeignFile {
  readonly name: string
  readonly why: string
  /** Whether its name says that it is meant for the data type, though nothing can read it. */
  readonly isMeant: boolean
}

/** Says why a file is none of the data type's. Null if it is, or if it is one of the files that nobody expects to be read. */
export function whyForeign(name: string, dataType: DataTypeId, pattern: string | undefined): ForeignFile | null {
  if (!isPlainName(name) || isUnfinished(name) || companion.test(name) || matcherFor(dataType, pattern)(name)) return null
  const setting = `settings.files.${dataType}.pattern`
  if (pattern !== undefined) return { name, why: `its name does not fit ${setting}, "${pattern}"`, isMeant: false }
  if (readable.test(name)) return { name, why: `its name does not begin with "${dataType}": set ${setting}`, isMeant: false }
  const isMeant = matcherFor(dataType, `${dataType}*`)(name)
  const advice = isMeant ? `save it as one of them, or set ${setting} if it is one` : `set ${setting} if it is one`
  return { name, why: `its extension is none of csv, tsv, txt, json, jsonl, ndjson, xml and xlsx: ${advice}`, isMeant }
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/**
 * Sorts by the numbers and times in the names, as people would. Modification times do not tell in which order files were made
 * (docs/erp/sftp-files.md#times-and-order-of-files).
 */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  collator.compare(a.name, b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

/** The possible names of a file's companion: with the suffix added, or in place of the file's own extension. */
export function companionsOf(name: string, suffixes: readonly string[]): readonly string[] {
  const dot = name.lastIndexOf('.')
  const stems = dot > 0 ? [name, name.slice(0, dot)] : [name]
  return stems.flatMap((stem) => suffixes.map((suffix) => `${stem}${suffix}`))
}

import type { DataTypeId } from '@linkspan/core/connector'
import { isPlainName } from '../connection/folders.ts'

/** Names of files that are still being written (docs/erp/sftp-files.md#unfinished-files). */
const unfinished = /^\.|(\.(tmp|part|partial|filepart|crdownload|swp)|~)$/i

/** What may stand beside a file, and is none itself. */
const companion = /\.(done|ok|trg|fin|ctl|md5|sha1|sha256|err\.json)$/i

const readable = /\.(csv|tsv|txt|json|jsonl|ndjson|xml|xlsx)(\.(gz|zip))?(\.(pgp|gpg|asc))?$/i

/** What partners call files that answer ours: "ack_1.csv", "orders_20261123_000001_ack.csv", "order-confirmation.xml". */
const acknowledgement =
  /^ack(?:nowledge?ments?)?(?![a-z])|^orders?(?![a-z])[^/]*[-_. ](?:acks?|acknowledge?ments?|confirmations?|responses?|results?|status)(?![a-z])/i

const isUnfinished = (name: string): boolean => unfinished.test(name)

/** `*` for any characters, `?` for one; upper and lower case are the same. */
function toExpression(pattern: string): RegExp {
  const parts = [...pattern].map((char) => (char === '*' ? '.*' : char === '?' ? '.' : char.replace(/[.+^${}()|[\]\\]/g, '\\$&')))
  return new RegExp(`^${parts.join('')}$`, 'iu')
}

/** Whether a name is one of the data type's files: by the pattern, or by the name of the data type in front. */
export function matcherFor(dataType: DataTypeId, pattern: string | undefined): (name: string) => boolean {
  const isOurs = (name: string) => isPlainName(name) && !isUnfinished(name)
  if (pattern !== undefined) {
    const expression = toExpression(pattern)
    return (name) => isOurs(name) && expression.test(name)
  }
  const begins = new RegExp(`^${dataType.replace('_', '[-_ ]?')}(?![a-z])`, 'i')
  const isMeant = (name: string): boolean => {
    if (dataType === 'orders') return begins.test(name) && !acknowledgement.test(name)
    return begins.test(name) || (dataType === 'order_status' && acknowledgement.test(name))
  }
  return (name) => isOurs(name) && isMeant(name) && readable.test(name) && !companion.test(name)
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/**
 * By the numbers and times in the names: the server's clock says nothing about their order
 * (docs/erp/sftp-files.md#times-and-order-of-files).
 */
export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  collator.compare(a.name, b.name) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

/** The names under which a companion of a file may stand: with its ending added, or in place of the file's own. */
export function companionsOf(name: string, suffixes: readonly string[]): readonly string[] {
  const dot = name.lastIndexOf('.')
  const stems = dot > 0 ? [name, name.slice(0, dot)] : [name]
  return stems.flatMap((stem) => suffixes.map((suffix) => `${stem}${suffix}`))
}

/**
 * What the end of a run says about its ERP. `works`: the run succeeded. `answers`: the run failed, but not because the ERP could not be
 * worked with. `fails`: the ERP cannot be worked with. `rejects`: it refuses the credentials, and may lock the account if they are tried
 * again. `nothing`: the run was cancelled, or Linkspan itself was at fault.
 */
export type CircuitVerdict = 'works' | 'answers' | 'fails' | 'rejects' | 'nothing'

const verdicts: ReadonlyMap<string, CircuitVerdict> = new Map([
  ['setup.credentials-rejected', 'rejects'],
  ['setup.host-unknown', 'fails'],
  ['setup.address-forbidden', 'fails'],
  ['setup.certificate-untrusted', 'fails'],
  ['setup.protocol-unsupported', 'fails'],
  ['setup.ssh-algorithms', 'fails'],
  ['setup.not-ssh', 'fails'],
  ['setup.host-key-unconfirmed', 'fails'],
  ['setup.host-key-changed', 'fails'],
  ['setup.private-key-unusable', 'fails'],
  ['setup.redirect-refused', 'fails'],
  ['setup.certificate-ends', 'nothing'],
  ['setup.settings-invalid', 'nothing'],
  ['setup.mapping-exhausting', 'nothing'],
  ['setup.key-missing', 'nothing'],
  ['remote.cursor-repeated', 'answers'],
  ['run.incomplete', 'answers'],
  ['run.too-many-deletions', 'answers'],
  ['run.too-many-rejects', 'answers'],
])

/** For the codes that the table does not list, by their first part. */
const verdictsByGroup: ReadonlyMap<string, CircuitVerdict> = new Map([
  ['remote', 'fails'],
  ['setup', 'answers'],
  ['file', 'answers'],
  ['record', 'answers'],
  ['push', 'answers'],
])

/** Judges how a run has ended. `code` is the code of its error; null after a success. */
export function circuitVerdict(code: string | null): CircuitVerdict {
  if (code === null) return 'works'
  return verdicts.get(code) ?? verdictsByGroup.get(code.split('.')[0] ?? '') ?? 'nothing'
}

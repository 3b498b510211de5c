const surelySecret =
  /(?:api|access|secret|private|subscription|functions?|auth|shared|master)key$|(?:api|access|auth|bearer|security|session|refresh)token$|password$|passwd$|passphrase$|secret$|credentials?$|authorization$|^x?(?:pwd|pass)$/
const perhapsSecret = /(?:token|key|signature|sig|auth|jwt|code)$/
const neverSecret =
  /(?:idempotency|csrf|xsrf|page|next|continuation|sort|primary|foreign|partition|cursor|sync|delta|skip|order|item|product|article|company|country|language|currency|error|status|postal|zip)(?:token|key|code)$/
const plainWords = new Set(['', 'true', 'false', 'yes', 'no', 'null', 'none', 'fetch', 'required', 'optional', '0', '1'])

/** Long, of letters and digits, and without blanks, as keys and signatures are. */
const looksRandom = (value: string): boolean => /^(?=.*\d)(?=.*[a-z])[\w.~+/=%:-]{12,}$/i.test(value)

/** `Basic` with a user and a password, `Bearer` with a token, or a JSON Web Token alone. */
function isProof(value: string): boolean {
  const [, basic] = /^basic\s+([\w+/=]+)$/i.exec(value) ?? []
  if (basic !== undefined) return Buffer.from(basic, 'base64').includes(':')
  return /^bearer\s+\S{8,}$/i.test(value) || /^eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/.test(value)
}

/** Whether a header or a query parameter with this name and value proves who sends it. Placeholders such as `{cursor}` are no secrets. */
export function looksSecret(name: string, value: string): boolean {
  const text = value.replace(/\{\w+\}/g, '').trim()
  if (plainWords.has(text.toLowerCase())) return false
  if (isProof(text)) return true
  if (name.toLowerCase() === 'cookie') return holdsSecretCookie(text)
  const word = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (surelySecret.test(word)) return true
  return perhapsSecret.test(word) && !neverSecret.test(word) && looksRandom(text)
}

/** Whether a cookie is the id of a session, or looks secret by itself. Others, such as `sap-usercontext`, are no secrets. */
function holdsSecretCookie(header: string): boolean {
  return header.split(';').some((cookie) => {
    const [name = '', ...value] = cookie.trim().split('=')
    const isSession = /sess|sid$/i.test(name.replace(/[^a-z]/gi, ''))
    return (isSession && looksRandom(value.join('='))) || looksSecret(name, value.join('='))
  })
}

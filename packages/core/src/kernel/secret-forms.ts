const minFormLength = 6
/** A line of a key that an ERP may show by itself. */
const minLineLength = 20
const minPasswordLength = 4

/**
 * Every form in which a secret may appear in what an ERP sends back: plain, URL-encoded, escaped in JSON or XML, in base64 as a part of any
 * text, and base64 of its URL-encoded form, as OAuth sends it. Of a secret with several lines also each long line; of a whole header
 * (`Bearer …`, `Basic …`) also the token or the password in it.
 */
export function formsOfSecret(secret: string): readonly string[] {
  const parts = [secret, ...linesOf(secret), ...proofIn(secret)]
  return [...new Set(parts.flatMap((part) => [...jsonForms(part), ...xmlForms(part), ...urlForms(part), ...base64Forms(part)]))]
}

function linesOf(secret: string): readonly string[] {
  const lines = secret.split(/\r?\n/)
  return lines.length === 1 ? [] : lines.filter((line) => line.length >= minLineLength && !line.startsWith('-----'))
}

function proofIn(header: string): readonly string[] {
  const [, scheme = '', proof = ''] = /^(\w+) +(\S{6,})$/.exec(header.trim()) ?? []
  if (scheme.toLowerCase() !== 'basic') return proof === '' ? [] : [proof]
  const password = Buffer.from(proof, 'base64').toString().split(':').slice(1).join(':')
  return password.length < minPasswordLength ? [proof] : [proof, password]
}

/** URLs and forms differ in which of `!'()*~` they encode. Each has capital or small digits, and either of two ways to write a blank. */
function urlForms(text: string): readonly string[] {
  const encoded = encodeURIComponent(text)
  const strict = encoded.replace(/[!'()*]/g, hexCode)
  const form = strict.replaceAll('%2A', '*').replaceAll('~', '%7E')
  return [encoded, strict, form].flatMap((given) => {
    const small = given.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())
    return [given, small, given.replaceAll('%20', '+'), small.replaceAll('%20', '+')]
  })
}

const hexCode = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`

/** JSON may escape more than it must: slashes, what is not ASCII, and what HTML gives a meaning to. */
function jsonForms(text: string): readonly string[] {
  const escaped = JSON.stringify(text).slice(1, -1)
  const ascii = escaped.replace(/[^ -~]/g, unicodeCode)
  const forHtml = ascii.replace(/[<>&'+]/g, unicodeCode).replaceAll('\\"', '\\u0022')
  return [text, escaped, escaped.replaceAll('/', '\\/'), ascii, ascii.replaceAll('/', '\\/'), forHtml].flatMap((form) => [
    form,
    form.replace(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`),
  ])
}

const unicodeCode = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

const quotes = [
  { '"': '"', "'": "'" },
  { '"': '&quot;', "'": "'" },
  { '"': '&quot;', "'": '&apos;' },
  { '"': '&quot;', "'": '&#39;' },
  { '"': '&quot;', "'": '&#039;' },
  { '"': '&#34;', "'": '&#39;' },
  { '"': '&quot;', "'": '&#x27;' },
] as const

/** Quotes may stay as they are within XML, or have one of several codes. */
function xmlForms(text: string): readonly string[] {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return quotes.map((codes) => escaped.replace(/["']/g, (quote) => codes[quote as '"']))
}

/** Base64 of the secret, and of its URL-encoded form. It may be escaped once more, since it has slashes and plus signs. */
function base64Forms(text: string): readonly string[] {
  return [...new Set([text, encodeURIComponent(text)])]
    .flatMap((form) => [Buffer.from(form).toString('base64'), ...[0, 1, 2].flatMap((before) => base64Inside(form, before))])
    .flatMap((form) => [form, form.replaceAll('/', '\\/'), encodeURIComponent(form), form.replaceAll('+', '\\u002b')])
}

/**
 * The base64 characters that depend on the secret alone, if `before` bytes of something else (modulo 3) precede it: a Basic header holds its
 * password like that.
 */
function base64Inside(secret: string, before: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
  const wholeBits = Math.floor((bytes.length * 8) / 6)
  const inside = bytes.toString('base64').slice(before === 0 ? 0 : before + 1, wholeBits)
  return inside.length < minFormLength ? [] : [inside, inside.replaceAll('+', '-').replaceAll('/', '_')]
}

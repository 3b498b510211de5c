const minFormLength = 6

/** Every form in which a secret may appear in what an ERP sends back: plain, URL-encoded, escaped in JSON or XML, in base64 as a part of any text. */
export function formsOfSecret(secret: string): readonly string[] {
  const encoded = encodeURIComponent(secret)
  const escaped = JSON.stringify(secret).slice(1, -1)
  const whole = Buffer.from(secret).toString('base64')
  return [
    secret,
    encoded,
    encoded.replaceAll('%20', '+'),
    encoded.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    escaped,
    escaped.replaceAll('/', '\\/'),
    secret.replace(/[&<>"']/g, (char) => xmlEscapes[char] ?? char),
    whole,
    ...[0, 1, 2].flatMap((before) => base64Inside(secret, before)),
  ]
}

const xmlEscapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

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

import { Transform } from 'node:stream'

/** Passes a body on up to a number of bytes; a longer one ends in an error with status 413. */
export function boundedBody(maxBytes: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      if (bytes > maxBytes) done(Object.assign(new Error('The body is too large'), { statusCode: 413 }))
      else done(null, chunk)
    },
  })
}

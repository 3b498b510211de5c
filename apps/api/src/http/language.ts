import { type Language, languages } from '@linkspan/core'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** What the description of a route says whose answer has words of the catalogue. */
export const inReadersLanguage = 'The words are German if `Accept-Language` prefers that, else English.'

/** The same of a route that lists rejects. */
export const reasonsInReadersLanguage =
  'Reasons that Linkspan knows are German if `Accept-Language` prefers that; what an ERP has said stays as it is.'

/** The language that a caller prefers, of those that Linkspan speaks. */
export function preferredLanguage(header: string | undefined): Language {
  const preferences = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const quality = parameters.map((text) => /^\s*q=(\d(?:\.\d+)?)$/.exec(text)?.[1]).find((text) => text !== undefined)
    return { language: tag.split('-')[0], quality: Number(quality ?? 1) }
  })
  const qualityOf = (language: Language) =>
    Math.max(0, ...preferences.filter((one) => one.language === language).map(({ quality }) => quality))
  return languages.toSorted((one, other) => qualityOf(other) - qualityOf(one))[0] ?? 'en'
}

/** The language of the answer to a request, which the answer names. */
export function languageOf(request: FastifyRequest, reply: FastifyReply): Language {
  const language = preferredLanguage(request.headers['accept-language'])
  reply.header('content-language', language).header('vary', 'accept-language')
  return language
}

import { Actor, actorOf, type ErrorCode, errorCatalog, errorKinds, errorText, isRetried, type Language, languages } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inReadersLanguage, languageOf } from '../http/language.ts'
import { problems } from '../http/problem.ts'

const CatalogError = z
  .object({
    code: z.string().describe('The code, as in `Problem.code` and in the `errorDetails` of a sync log.'),
    title: z.string().describe('The failure in a few words.'),
    kind: z.enum(errorKinds).describe('How Linkspan reacts: it retries `transient`, `wait` and `bug` by itself, and nothing else.'),
    whoActs: Actor.describe('Who has to act once Linkspan no longer retries by itself; nobody: Linkspan goes on by itself.'),
    causes: z.string().describe('What it usually comes from, the most likely first.'),
    hint: z.string().describe('What to do.'),
    status: z.int().describe('The HTTP status of a request that is refused with this code.'),
    retryable: z.boolean().describe('Whether the same request, unchanged, may succeed later.'),
  })
  .meta({ id: 'ErrorCatalogEntry' })

const entryOf = (code: ErrorCode, language: Language): z.infer<typeof CatalogError> => {
  const { kind, status } = errorCatalog[code]
  const { title, hint, causes } = errorText(code, language)
  return { code, title, kind, whoActs: actorOf[kind], causes, hint, status, retryable: isRetried({ kind }) }
}
const codes = Object.keys(errorCatalog) as ErrorCode[]
const catalogs = new Map(languages.map((language) => [language, codes.map((code) => entryOf(code, language))]))

export const errorCatalogRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/erp/error-catalog',
    {
      schema: {
        tags: ['Administration'],
        operationId: 'listErrorCodes',
        summary: 'List every failure that has a code',
        description:
          'What each code means, what it usually comes from, who acts, and what to do. It changes only with the version. ' +
          inReadersLanguage,
        response: { 200: z.array(CatalogError), ...problems() },
      },
    },
    async (request, reply) => catalogs.get(languageOf(request, reply)) ?? [],
  )
}

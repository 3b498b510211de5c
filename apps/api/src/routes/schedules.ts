import { type Core, CronReading } from '@linkspan/core'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inReadersLanguage, languageOf } from '../http/language.ts'
import { problems } from '../http/problem.ts'

const CronQuestion = z
  .object({ schedule: z.string().max(200), timezone: z.string().min(1).max(100).default('UTC') })
  .meta({ id: 'CronQuestion' })

export const scheduleRoutes: FastifyPluginAsyncZod<{ core: Core }> = async (app, { core }) => {
  app.post(
    '/erp/schedules/validate-cron',
    {
      schema: {
        tags: ['Schedules'],
        operationId: 'validateCron',
        summary: 'Check a cron expression',
        description:
          'Says whether the expression is valid, what it means in words, and its next five times. The status is 200 in both cases. ' +
          inReadersLanguage,
        body: CronQuestion,
        response: { 200: CronReading, ...problems(400, 413, 415, 422) },
      },
    },
    async (request, reply) => core.readCron(request.body.schedule, request.body.timezone, languageOf(request, reply)),
  )
}

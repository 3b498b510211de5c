import { expect, test } from 'vitest'
import { loadConfig } from './config.ts'
import { effectiveSettings } from './effective-settings.ts'

const find = (given: Record<string, string>, name: string) => effectiveSettings(given).find((setting) => setting.name === name)

test('says what is in effect beside the default', () => {
  expect(find({ LOG_RETENTION_DAYS: '30' }, 'LOG_RETENTION_DAYS')).toMatchObject({ value: '30', default: '90', isSet: true })
  expect(find({}, 'LOG_RETENTION_DAYS')).toMatchObject({ value: '90', default: '90', isSet: false })
  expect(find({}, 'PUBLIC_URL')).toMatchObject({ value: null, default: null, isSet: false })
})

test('never shows a secret, wherever it is', () => {
  const secrets = {
    REDIS_URL: 'rediss://user:hush-1@redis.example:6380/2?password=hush-2',
    REDIS_SENTINEL_PASSWORD: 'hush-3',
    ENCRYPTION_KEYS: 'k:aHVzaC00aHVzaC00aHVzaC00aHVzaC00aHVzaC00aHU=',
    API_KEYS: 'ops:admin:hush-5-hush-5',
    JWT_SECRET: 'hush-6-hush-6-hush-6-hush-6-hush-6-hush-6',
    JWT_JWKS_URL: 'https://user:hush-7@login.example/keys?token=hush-8',
    HTTPS_PROXY: 'http://user:hush-9@proxy.example:3128',
    HTTP_PROXY: 'http://user:hush-10@proxy.example:3128',
    SMTP_URL: 'smtp://user:hush-11@mail.example',
    PUBLIC_URL: 'https://user:hush-12@linkspan.example',
  }
  const shown = JSON.stringify(effectiveSettings(secrets))
  expect(shown).not.toMatch(/hush|aHVzaC/)
  expect(find(secrets, 'REDIS_URL')?.value).toBe('rediss://redis.example:6380/2')
  expect(find(secrets, 'JWT_SECRET')).toMatchObject({ value: null, isSet: true, isSecret: true })
})

test('a variable that is called like a secret is one', () => {
  const shown = effectiveSettings({}).filter(({ name, isSecret }) => /KEYS$|SECRET|PASSWORD|TOKEN$/.test(name) && !isSecret)
  expect(shown).toEqual([])
})

test('a colour is told with and without its number sign', () => {
  const colorOf = (text: string) => loadConfig({ INSTALLATION_COLOR: text, INSTALLATION_NAME: ' acme-prod ' }, 'worker').installation
  expect(colorOf('#B3261E')).toEqual({ name: 'acme-prod', color: '#b3261e' })
  expect(colorOf('b3261e')).toEqual({ name: 'acme-prod', color: '#b3261e' })
  expect(() => colorOf('red')).toThrow(/INSTALLATION_COLOR must be six hex digits/)
})

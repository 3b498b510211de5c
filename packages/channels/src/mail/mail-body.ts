import type { NotificationMessage, Tone } from '@linkspan/core'

/** The text of a mail. Its first line says it all, and ends with the only link. */
export function textBody({ firstLine, link, facts, items }: NotificationMessage): string {
  const head = link === null ? firstLine : `${firstLine} ${link.url}`
  return [head, '', ...items.map(({ text }) => `- ${text}`), ...facts.map(({ label, text }) => `${label}: ${text}`), ''].join('\n')
}

const colours: Readonly<Record<Tone, string>> = { critical: '#b3261e', warning: '#9a6700', good: '#1a7f37' }

/** The same as HTML, with styles that mail programs keep. */
export function htmlBody({ firstLine, link, facts, items, tone }: NotificationMessage): string {
  const anchor = link === null ? '' : ` <a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a>`
  const rows = facts.map(
    ({ label, text }) =>
      `<tr><th align="left" valign="top" style="padding:2px 12px 2px 0">${escapeHtml(label)}</th><td>${escapeHtml(text)}</td></tr>`,
  )
  const list = items.map(
    ({ tone: own, text }) =>
      `<li style="border-left:4px solid ${colours[own]};list-style:none;margin:8px 0;padding-left:8px">${escapeHtml(text)}</li>`,
  )
  return [
    '<!doctype html><html><body style="font-family:sans-serif;font-size:15px;line-height:1.4">',
    `<p style="border-left:4px solid ${colours[tone]};padding-left:8px">${escapeHtml(firstLine)}${anchor}</p>`,
    ...(list.length === 0 ? [] : ['<ul style="margin:0;padding:0">', ...list, '</ul>']),
    ...(rows.length === 0 ? [] : ['<table style="border-collapse:collapse;font-size:14px">', ...rows, '</table>']),
    '</body></html>',
  ].join('\n')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)

/** The charset that a Content-Type names. */
export const charsetIn = (contentType: string | undefined): string | undefined => /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1]

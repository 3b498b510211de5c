const issuer = 'is from an issuer that is not known here, or comes without the intermediate certificates'

const faults: Readonly<Record<string, string>> = {
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for another host',
  HOSTNAME_MISMATCH: 'is for another host',
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet',
  CERT_REVOKED: 'was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is signed by nobody but itself',
  SELF_SIGNED_CERT_IN_CHAIN: issuer,
  UNABLE_TO_GET_ISSUER_CERT: issuer,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: issuer,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: issuer,
}

/** What is wrong with a certificate, as a phrase that follows "the certificate", by the error code of Node or OpenSSL; null for other codes. */
export const certificateFault = (code: unknown): string | null => (typeof code === 'string' ? (faults[code] ?? null) : null)

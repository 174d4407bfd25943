/** What can be wrong on the way to AWS. */
export type WayFault = 'name' | 'untrusted' | 'certificate' | 'proxy' | 'page' | 'silence';

const by = (fault: WayFault, codes: readonly string[]): [string, WayFault][] => codes.map((code) => [code, fault]);

const byCode: ReadonlyMap<string, WayFault> = new Map([
  ...by('name', ['ENOTFOUND', 'EAI_AGAIN']),
  // https://nodejs.org/api/tls.html#x509-certificate-error-codes: whoever signed it is not trusted.
  ...by('untrusted', [
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'CERT_UNTRUSTED',
    'CERT_REJECTED',
    'CERT_SIGNATURE_FAILURE',
    'INVALID_CA',
    'INVALID_PURPOSE',
  ]),
  ...by('certificate', ['EPROTO', 'HOSTNAME_MISMATCH']),
  ...by('proxy', ['ProxyError']),
  ...by('page', ['ForeignAnswer']),
  ...by('silence', [
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EHOSTDOWN',
    'TimeoutError',
  ]),
]);

/** What is wrong on the way, by the code of a failure; undefined: the failure is none of the way. */
export const wayFaultOf = (code: string): WayFault | undefined =>
  byCode.get(code) ?? (/^(?:CERT|CRL|UNABLE_TO|ERR_SSL|ERR_TLS)_/.test(code) ? 'certificate' : undefined);

/** Whether it is likely to be different when nothing is changed. */
export const mayPass = (fault: WayFault | undefined): boolean =>
  fault === undefined || fault === 'name' || fault === 'silence';

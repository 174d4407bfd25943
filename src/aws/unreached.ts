import { wayFaultOf } from './way-faults.ts';

/**
 * A request that reached no AWS: no name, no connection, no certificate that is trusted, or a proxy that does not let it
 * through. Says nothing of credentials, nor of what was asked for.
 */
export class NotReached extends Error {
  /** The network's, OpenSSL's or `ProxyError`. */
  readonly code: string;
  /** The host that was wanted. */
  readonly hostname: string;
  /** Whether it may be different next time. */
  readonly passing: boolean;
  /** What helps, as a sentence. */
  readonly hint: string | undefined;

  constructor(
    message: string,
    from: {
      readonly code: string;
      readonly hostname: string;
      readonly passing: boolean;
      readonly hint?: string | undefined;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: from.cause });
    this.code = from.code;
    this.hostname = from.hostname;
    this.passing = from.passing;
    this.hint = from.hint;
  }
}

/** The connection as far as messages name it. */
export interface Way {
  readonly hostname: string;
  /** Host and port of the proxy, without user and password. */
  readonly proxy?: string | undefined;
  /** What names the certificates that are trusted instead of the usual ones. */
  readonly bundle?: string | undefined;
}

/** The network's errors, in words. */
const silent: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refuses the connection',
  ECONNRESET: 'ended the connection',
  EPIPE: 'ended the connection',
  ETIMEDOUT: 'does not answer',
  EHOSTUNREACH: 'cannot be reached from here',
  ENETUNREACH: 'cannot be reached from here',
  EHOSTDOWN: 'cannot be reached from here',
};

/** @returns the error in words that say what to do; the same one when it is not about the way */
export function explainedError(error: Error, way: Way): Error {
  if (error instanceof NotReached) return error;
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return error;
  const { hostname } = way;
  const said = { code, hostname, cause: error };
  const told = certificateFault(code, error, way);
  if (told !== undefined) return new NotReached(told.message, { ...said, passing: false, hint: told.hint });
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new NotReached(
      code === 'ENOTFOUND'
        ? `the host ${hostname} does not resolve (ENOTFOUND)`
        : `the name server does not answer (EAI_AGAIN ${hostname})`,
      {
        ...said,
        passing: true,
        hint: 'Check the region, --endpoint-url and the name server, or name a proxy by HTTPS_PROXY.',
      },
    );
  const words = silent[code];
  if (words === undefined) return error;
  return new NotReached(`${hostname} ${words} (${code}${detailOf(error, code)})`, { ...said, passing: true });
}

/** Node's own words: at which address, or at which moment of the TLS handshake. */
function detailOf({ message }: Error, code: string): string {
  const rest = message
    .replace(/^(connect|read|write) /, '')
    .replace(code, '')
    .trim();
  return rest === '' ? '' : `: ${rest}`;
}

function certificateFault(
  code: string,
  error: Error,
  { hostname, proxy, bundle }: Way,
): { readonly message: string; readonly hint: string } | undefined {
  const reason = error.message.split(/[;\n]/, 1)[0] ?? '';
  const by = proxy === undefined ? 'a proxy or firewall' : `the proxy ${proxy}`;
  if (wayFaultOf(code) === 'untrusted')
    return {
      message: `the certificate of ${hostname} is not trusted${bundle === undefined ? '' : ` by ${bundle}`} (${reason})`,
      hint:
        bundle === undefined
          ? `Does ${by} inspect TLS? Name a file with its CA's certificate by AWS_CA_BUNDLE.`
          : `What ${bundle} names replaces the usual certificates: does it hold the CA that signs here (AWS's, or that of ${by} when it inspects TLS)?`,
    };
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID')
    return {
      message: `the certificate of ${hostname} ${code === 'CERT_HAS_EXPIRED' ? 'has expired' : 'is not valid yet'} (${reason})`,
      hint: `Check this machine's clock; else it is for whoever runs that host, or ${by} that inspects TLS.`,
    };
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return {
      message: `the certificate is not one of ${hostname} (${altNames(error)})`,
      hint: `Check --endpoint-url and the name server; does ${by} answer in its place?`,
    };
  if (
    code.startsWith('CERT_') ||
    code.startsWith('CRL_') ||
    code.startsWith('UNABLE_TO_') ||
    code === 'HOSTNAME_MISMATCH'
  )
    return {
      message: `the certificate of ${hostname} is not accepted (${reason})`,
      hint: `Does ${by} inspect TLS?`,
    };
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO' || code.startsWith('ERR_TLS_'))
    return {
      message: `no TLS with ${hostname} (${/([^:]+):[^:]*:?\d*:?\s*$/.exec(reason)?.[1] ?? code}${code === 'EPROTO' ? '' : `, ${code}`})`,
      hint: `Check the address and its port; does ${by} answer in its place?`,
    };
  return undefined;
}

function altNames(error: Error): string {
  const { cert } = error as { cert?: { subjectaltname?: unknown } };
  const names = cert?.subjectaltname;
  return typeof names === 'string' ? `it is for ${names.slice(0, 80)}` : 'ERR_TLS_CERT_ALTNAME_INVALID';
}

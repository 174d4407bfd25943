import type { Verdict } from '../../engine/check.ts';
import { fail, pass, unknown } from '../../engine/check.ts';

/**
 * CAs that have expired, and that AWS may list no more:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html, as of November 2026
 */
const expired: Readonly<Record<string, string>> = { 'rds-ca-2015': 'March 2020', 'rds-ca-2019': 'August 2024' };

interface Certified {
  readonly name: string;
  readonly certificateAuthority: string | undefined;
}

/** What the checks have in common that ask how long the CA of a database's certificate is valid. */
export const authorityNotExpiring = {
  settings: {
    days: { type: 'integer', default: 90, min: 1, describe: 'days that a CA certificate is still valid at least' },
  },
  at: 'ca.validTill',
  atLeast: 'days',
  pass: pass('The certificate of {label} is of {certificateAuthority}, a CA that is valid until {ca.validTill:day}'),
  fail: fail(
    'The certificate of {label} is of {certificateAuthority}, a CA that expires on {ca.validTill:day}; expected at least {settings.days} days',
  ),
  past: fail('The certificate of {label} is of {certificateAuthority}, a CA that expired on {ca.validTill:day}'),
  unsaid: ({ name, certificateAuthority: ca }: Certified): Verdict => {
    const until = ca !== undefined && Object.hasOwn(expired, ca) ? expired[ca] : undefined;
    return until === undefined
      ? unknown(`AWS does not say until when the CA of ${name}${ca === undefined ? '' : `, ${ca},`} is valid`)
      : fail(`The certificate of ${name} is of ${ca}, a CA that expired in ${until}`);
  },
  risk: 'When the CA has expired, clients that check the certificate, as they should, no longer connect.',
} as const;

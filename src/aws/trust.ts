import { X509Certificate } from 'node:crypto';
import { AuditError } from '../program/errors.ts';
import { readBounded, whyNotRead } from '../program/read-file.ts';
import type { AwsConfiguration } from './configuration.ts';
import { variable } from './shared-files.ts';

/** Certificates that are trusted instead of the usual ones. */
export interface Bundle {
  /** As it stands in a message: `AWS_CA_BUNDLE (/etc/ca.pem)`. */
  readonly label: string;
  /** PEM. */
  readonly certificates: readonly string[];
}

/** All authorities that browsers trust take some 250 kB. */
const mostBytes = 16 * 1_048_576;

/** The certificates that the environment or the profile names, if any. @throws AuditError as `readBundle` */
export async function bundleOf(
  { caBundle, profile }: AwsConfiguration,
  env: NodeJS.ProcessEnv,
): Promise<Bundle | undefined> {
  if (caBundle === undefined) return undefined;
  const by = variable(env, 'AWS_CA_BUNDLE') === undefined ? `ca_bundle of the profile ${profile}` : 'AWS_CA_BUNDLE';
  return readBundle(caBundle, by);
}

/**
 * Reads the file that AWS_CA_BUNDLE or `ca_bundle` names.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html
 * @param by what names it
 * @throws AuditError `config` for a file that cannot be read or holds no certificate
 */
async function readBundle(file: string, by: string): Promise<Bundle> {
  const label = `${by} (${file})`;
  let text: string;
  try {
    text = (await readBounded(file, mostBytes)).toString('latin1');
  } catch (error) {
    const reason = whyNotRead(error);
    const why = reason === 'ENOENT' ? 'there is no such file' : `it cannot be read: ${reason}`;
    throw new AuditError('config', `${label}: ${why}`, { hint: expected, cause: error });
  }
  const certificates = text.match(
    /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g,
  );
  if (certificates === null)
    throw new AuditError('config', `${label}: it holds no certificate in PEM form`, { hint: expected });
  // OpenSSL leaves out what it cannot read, and all that follows, without a word.
  for (const [at, certificate] of certificates.entries()) {
    try {
      void new X509Certificate(certificate);
    } catch (error) {
      throw new AuditError('config', `${label}: certificate ${at + 1} of ${certificates.length} cannot be read`, {
        hint: expected,
        cause: error,
      });
    }
  }
  return { label, certificates };
}

const expected = 'Name a file of certificates that begin with -----BEGIN CERTIFICATE-----.';

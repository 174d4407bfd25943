import { AuditError } from '../../program/errors.ts';
import { flag, list, number, text, words } from '../door/options.ts';
import type { Values } from '../door/options.ts';
import { accountOption, awsOptions, roleOption, talkOptions } from '../options.ts';
import { verdicts } from '../../../reports/export/statement.ts';

/** The credentials that send are never those that a scan reads with, unless both are told the same. */
export const sendOptions = {
  to: text('Where to: s3://bucket/prefix, or the https address of a webhook'),
  toEnv: text('Environment variable that holds the address of a webhook'),
  format: list('What to send: any format to S3 (default: json), summary, ocsf or ndjson to a webhook', { alias: 'f' }),
  only: words(verdicts, 'Security Hub gets these alone (default: all)'),
  account: accountOption('Security Hub gets the findings of this account alone'),
  sendProfile: text('Profile that sends (default: where AWS looks for credentials)'),
  sendRoleArn: roleOption('Role to assume for sending'),
  sendExternalId: text('External id for --send-role-arn'),
  endpointUrl: awsOptions.endpointUrl,
  kmsKeyId: text('KMS key that S3 encrypts with (default: as the bucket says)'),
  bucketOwner: accountOption('Account that the bucket has to be of'),
  headerEnv: list('Environment variables that each hold a header, for a webhook'),
  secretEnv: text('Environment variable that holds the key of the signature, for a webhook'),
  maxBytes: number('More than so many bytes are not sent to a webhook (default: 5,000,000)'),
  timeout: number('Seconds that a webhook has to answer (default: 30)'),
  dryRun: flag('Say what would be sent, and send nothing'),
  quiet: talkOptions.quiet,
};
export type SendOptions = Values<typeof sendOptions>;

/** @throws AuditError `usage` for an option of another receiver */
export function assertOnly(options: SendOptions, receiver: string, allowed: readonly (keyof SendOptions)[]): void {
  const always: readonly string[] = ['dryRun', 'quiet', ...allowed];
  for (const [key, value] of Object.entries(options)) {
    const given = Array.isArray(value) ? value.length > 0 : value !== undefined;
    if (given && !always.includes(key))
      throw new AuditError(
        'usage',
        `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} means nothing to ${receiver}`,
        { hint: 'Run `audit send --help`.' },
      );
  }
}

/** The options of receivers in AWS. */
export const ofAws = ['sendProfile', 'sendRoleArn', 'sendExternalId', 'endpointUrl'] as const;

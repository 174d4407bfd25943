/**
 * What kind of device a serial number names. Hardware tokens have the number that is printed on them, the others an ARN:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_checking-status.html
 *
 * - `token`: a hardware token that shows one-time passwords
 * - `fido`: a security key, or a passkey that a password manager keeps and copies between devices: both are registered alike, and IAM
 *   does not tell them apart (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_fido.html)
 * - `virtual`: an app that shows one-time passwords
 * - `sms`: a telephone number, which IAM no longer registers
 * - `unknown`: an ARN of another kind, or no number
 */
export type MfaKind = 'token' | 'fido' | 'virtual' | 'sms' | 'unknown';

export function mfaKind(serial: string): MfaKind {
  if (serial === '') return 'unknown';
  if (!serial.startsWith('arn:')) return 'token';
  const resource = serial.split(':').slice(5).join(':');
  const kind = resource.split('/', 1)[0];
  return kind === 'u2f' ? 'fido' : kind === 'mfa' ? 'virtual' : kind === 'sms-mfa' ? 'sms' : 'unknown';
}

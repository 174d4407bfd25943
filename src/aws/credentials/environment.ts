import type { AwsCredentials } from '../clients.ts';
import { variable } from '../shared-files.ts';
import { SourceFault } from './fault.ts';
import { hide } from './hide.ts';

interface Part {
  readonly name: string;
  readonly value: string | undefined;
}

/**
 * A pair of keys; undefined when neither is there.
 * @throws SourceFault for half a pair
 */
export function fromKeys(
  source: string,
  id: Part,
  secret: Part,
  token: string | undefined,
): AwsCredentials | undefined {
  const has = ({ value }: Part): boolean => value !== undefined && value.trim() !== '';
  if (!has(id) && !has(secret)) return undefined;
  const missing = has(id) ? secret : id;
  const there = has(id) ? id : secret;
  if (!has(id) || !has(secret))
    throw new SourceFault(source, `half a pair of keys: ${there.name} is set, ${missing.name} is not`);
  return hide({
    accessKeyId: (id.value ?? '').trim(),
    secretAccessKey: (secret.value ?? '').trim(),
    ...(token === undefined || token.trim() === '' ? {} : { sessionToken: token.trim() }),
  });
}

/** Keys in AWS_ACCESS_KEY_ID and its companions. @throws SourceFault for half a pair */
export const fromEnvironment = (env: NodeJS.ProcessEnv): AwsCredentials | undefined =>
  fromKeys(
    'the environment',
    { name: 'AWS_ACCESS_KEY_ID', value: env['AWS_ACCESS_KEY_ID'] },
    { name: 'AWS_SECRET_ACCESS_KEY', value: env['AWS_SECRET_ACCESS_KEY'] },
    variable(env, 'AWS_SESSION_TOKEN'),
  );

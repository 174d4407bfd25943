import { join } from 'node:path';
import { assumed, credentialsOf, type CredentialProvider } from '../../../src/aws/credentials/provider.ts';
import { readSharedFiles } from '../../../src/aws/shared-files.ts';
import { connection } from '../../helpers/connection.ts';

export interface ProviderOptions {
  env?: NodeJS.ProcessEnv;
  profile?: string;
  endpointUrl?: string;
  roleArn?: string;
  externalId?: string;
  limitMs?: number;
  askCode?: (serial: string) => Promise<string>;
  /** Where the files `config` and `credentials` are; none when absent. It is the home folder too. */
  home?: string;
}

/** A provider by an environment, which names the files, and the options of a run. */
export async function providerOf({
  env = {},
  profile,
  endpointUrl,
  home,
  roleArn,
  externalId,
  ...options
}: ProviderOptions): Promise<CredentialProvider> {
  const whole = {
    AWS_CONFIG_FILE: home === undefined ? '/dev/null' : join(home, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: home === undefined ? '/dev/null' : join(home, 'credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    PATH: process.env['PATH'],
    ...(home === undefined ? {} : { HOME: home }),
    ...env,
  };
  const files = await readSharedFiles(whole);
  const { configuration, transport } = connection({
    env: whole,
    files,
    endpointUrl,
    ...(profile === undefined ? {} : { profile }),
  });
  const given = { configuration, transport, region: 'eu-west-1', env: whole, ...options };
  const own = credentialsOf(given);
  return (roleArn === undefined ? own : assumed(own, { roleArn, externalId }, given)).provider;
}

/** The message of what is thrown. */
export const toldBy = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => (error as Error).message,
  );

import { configure, type AwsConfiguration } from '../../src/aws/configuration.ts';
import { noFiles, type SharedFiles } from '../../src/aws/shared-files.ts';
import { Transport } from '../../src/aws/transport.ts';

/** How AWS is reached, by an environment alone. */
export function connection(
  options: { endpointUrl?: string | undefined; env?: NodeJS.ProcessEnv; profile?: string; files?: SharedFiles } = {},
): { readonly configuration: AwsConfiguration; readonly transport: Transport } {
  const { env = {}, files = noFiles, ...given } = options;
  return { configuration: configure(given, env, files), transport: new Transport() };
}

import type { AwsConfiguration } from '../configuration.ts';
import type { Transport } from '../transport.ts';

export interface CredentialOptions {
  readonly configuration: AwsConfiguration;
  readonly transport: Transport;
  /** Region of the STS endpoint that is asked for roles. */
  readonly region: string;
  readonly env?: NodeJS.ProcessEnv;
  /** How long the sources may take, in ms, a person's time left out. */
  readonly limitMs?: number;
  /** Asks a person for the code of an MFA device; absent where there is nobody to ask. */
  readonly askCode?: ((serial: string) => Promise<string>) | undefined;
}

/** A role to assume with what the sources give. */
export interface Role {
  readonly roleArn: string;
  readonly externalId?: string | undefined;
}

/** What a source may take. */
export interface Limited extends CredentialOptions {
  /** Ends what a source waits for when its time is over. */
  readonly signal?: AbortSignal | undefined;
}

/** What a source needs to know of the run. */
export type SourceContext = Limited & { readonly env: NodeJS.ProcessEnv };

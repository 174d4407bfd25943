import { neverShow } from '../../secrets/redact.ts';
import type { AwsCredentials } from '../clients.ts';
import { isLocal } from '../configuration.ts';
import { codeOf, shownMessage, statusOf } from '../errors.ts';
import { variable } from '../shared-files.ts';
import { NotReached } from '../unreached.ts';
import type { Question } from './ask.ts';
import { Refused, askText, objectOf } from './ask.ts';
import { SourceFault } from './fault.ts';
import { temporary, textOf } from './hide.ts';
import type { SourceContext } from './types.ts';

const source = 'the instance metadata service';

/** Where its token got lost on the way, what needs none answers at once or never. */
const shortLimitMs = 300;

/** The service answers from the instance's own host; anywhere else nothing does, and waiting is in vain. */
const limitMs = 1000;

/** What is asked of the service needs no more of a run than this. */
export type MetadataContext = Pick<SourceContext, 'configuration' | 'env' | 'transport' | 'signal'>;

const isMetadataOff = (env: NodeJS.ProcessEnv): boolean =>
  variable(env, 'AWS_EC2_METADATA_DISABLED')?.toLowerCase() === 'true';

/**
 * Credentials of an instance's role, from the instance metadata service.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html
 * @returns undefined when it is switched off
 * @throws SourceFault when nothing answers, as everywhere but on an instance
 */
export async function fromMetadata(context: MetadataContext): Promise<AwsCredentials | undefined> {
  if (isMetadataOff(context.env)) return undefined;
  const get = await opened(context);
  const [role = ''] = (await get('/latest/meta-data/iam/security-credentials/', noRole)).trim().split('\n');
  if (role === '') throw new SourceFault(source, noRole);
  const given = objectOf(await get(`/latest/meta-data/iam/security-credentials/${encodeURIComponent(role)}`, noRole));
  if (given === undefined) throw new SourceFault(source, `what it answered for the role ${role} is no JSON object`);
  const code = textOf(given['Code']);
  if (code !== undefined && code !== 'Success')
    throw new SourceFault(source, `it has no credentials of the role ${role}: ${shownMessage(code)}`);
  const expiration = new Date(textOf(given['Expiration']) ?? Number.NaN);
  const whole = temporary(given['AccessKeyId'], given['SecretAccessKey'], given['Token'], stable(expiration));
  if (whole === undefined)
    throw new SourceFault(source, `what it answered for the role ${role} are no whole credentials`);
  return whole;
}

/**
 * While the service cannot renew them it goes on giving the same, and AWS may go on taking them: AWS decides then.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html
 */
const stable = (expiration: Date): Date =>
  expiration.getTime() <= Date.now() ? new Date(Date.now() + 5 * 60_000) : expiration;

/**
 * The region of the instance. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-categories.html
 * @returns undefined when the service is switched off, or says nothing of it
 */
export async function regionOfInstance(context: MetadataContext): Promise<string | undefined> {
  if (isMetadataOff(context.env)) return undefined;
  try {
    const get = await opened(context);
    const region = (await get('/latest/meta-data/placement/region', 'it knows no region')).trim();
    return /^[a-z]{2,4}(-[a-z]+)+-\d+$/.test(region) ? region : undefined;
  } catch (error) {
    // Nothing answers there on any machine but an instance; why there are no credentials is told when they are asked for.
    if (error instanceof SourceFault) return undefined;
    throw error;
  }
}

const noRole = 'the instance has no role (no instance profile is attached)';

type Get = (path: string, missing: string) => Promise<string>;

/**
 * Opens a session of version 2; without one, version 1 is asked unless it is switched off.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
 * @throws SourceFault
 */
async function opened(context: MetadataContext): Promise<Get> {
  const base = baseOf(context);
  const ask = (path: string, question: Question): Promise<string> =>
    askText(new URL(path, base), { limitMs, ...question }, context);
  let token: string | undefined;
  let withoutToken = '';
  let left = limitMs;
  try {
    token = await ask('/latest/api/token', {
      method: 'PUT',
      headers: { 'x-aws-ec2-metadata-token-ttl-seconds': '21600' },
    });
    neverShow([token]);
  } catch (error) {
    const isSlow = error instanceof Error && error.name === 'TimeoutError';
    const status = statusOf(error);
    if (!isSlow && ![403, 404, 405].includes(status ?? 0)) throw faultOf('its token (IMDSv2)', error);
    if (isSlow) left = shortLimitMs;
    withoutToken = isSlow
      ? `its token (IMDSv2) did not come within ${limitMs / 1000} s; in a container the hop limit of the instance must be 2 or more`
      : `its token (IMDSv2) was refused with HTTP ${status}`;
    if (isVersion1Off(context))
      throw new SourceFault(source, `${withoutToken}, and version 1 is not to be asked (${isVersion1Off(context)})`, {
        cause: error,
      });
  }
  return async (path, missing) => {
    try {
      return await ask(
        path,
        token === undefined ? { limitMs: left } : { headers: { 'x-aws-ec2-metadata-token': token } },
      );
    } catch (error) {
      if (statusOf(error) === 404) throw new SourceFault(source, missing, { cause: error });
      const fault = faultOf(path, error);
      if (withoutToken === '') throw fault;
      throw new SourceFault(source, `${withoutToken}; without it: ${fault.message.slice(source.length + 2)}`, {
        cause: error,
      });
    }
  };
}

function faultOf(what: string, error: unknown): SourceFault {
  if (error instanceof SourceFault) return error;
  const reason =
    error instanceof Refused
      ? statusOf(error) === 403
        ? `${what} was refused with HTTP 403: access to it is switched off on the instance`
        : `${what} was refused with HTTP ${statusOf(error)}`
      : error instanceof NotReached || (error instanceof Error && error.name === 'TimeoutError')
        ? error.message
        : `${what}: ${codeOf(error)}: ${shownMessage(error)}`;
  return new SourceFault(source, reason, { cause: error });
}

/** What switched version 1 off. https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html */
function isVersion1Off({ env, configuration }: MetadataContext): string | undefined {
  const isOn = (value: string | undefined): boolean => value?.trim().toLowerCase() === 'true';
  const own = variable(env, 'AWS_EC2_METADATA_V1_DISABLED');
  if (own !== undefined) return isOn(own) ? 'AWS_EC2_METADATA_V1_DISABLED' : undefined;
  return isOn(configuration.section['ec2_metadata_v1_disabled']) ? 'ec2_metadata_v1_disabled' : undefined;
}

/** @throws SourceFault for an address or a mode that means nothing, or over which everybody could read the credentials */
function baseOf({ env, configuration: { section } }: MetadataContext): URL {
  const said = (name: string): string | undefined => {
    const value = variable(env, name) ?? section[name.toLowerCase().replace(/^aws_/, '')]?.trim();
    return value === '' ? undefined : value;
  };
  const endpoint = said('AWS_EC2_METADATA_SERVICE_ENDPOINT');
  const mode = said('AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE') ?? 'IPv4';
  if (endpoint === undefined) {
    if (/^ipv4$/i.test(mode)) return new URL('http://169.254.169.254');
    if (/^ipv6$/i.test(mode)) return new URL('http://[fd00:ec2::254]');
    throw new SourceFault(
      source,
      `AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE is ${JSON.stringify(mode)}; expected IPv4 or IPv6`,
    );
  }
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new SourceFault(source, `AWS_EC2_METADATA_SERVICE_ENDPOINT is no http or https address: ${endpoint}`);
  if (url.protocol === 'http:' && !isLocal(url.hostname))
    throw new SourceFault(
      source,
      `AWS_EC2_METADATA_SERVICE_ENDPOINT ${url.origin} would hand out credentials over plain HTTP`,
    );
  return url;
}

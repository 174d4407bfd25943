import { readBounded, whyNotRead } from '../../program/read-file.ts';
import { neverShow } from '../../secrets/redact.ts';
import type { AwsCredentials } from '../clients.ts';
import { isLocal } from '../configuration.ts';
import { codeOf, failedOnTheWay, shownMessage, statusOf } from '../errors.ts';
import { pause } from '../pause.ts';
import { variable } from '../shared-files.ts';
import { askObject } from './ask.ts';
import { SourceFault } from './fault.ts';
import { temporary, textOf } from './hide.ts';
import type { SourceContext } from './types.ts';

/** An agent that has just been started may not answer at once. */
const tries = 3;
const limitMs = 2000;
/** Of the file that holds what the endpoint is shown: the value of a header. */
const mostBytes = 1_048_576;

/**
 * Credentials of a container's role, when its variables name where to ask.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 * @throws SourceFault
 */
export async function fromContainer(context: SourceContext): Promise<AwsCredentials | undefined> {
  const { env } = context;
  const relative = variable(env, 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI');
  const full = variable(env, 'AWS_CONTAINER_CREDENTIALS_FULL_URI');
  if (relative === undefined && full === undefined) return undefined;
  const named =
    relative === undefined ? 'AWS_CONTAINER_CREDENTIALS_FULL_URI' : 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI';
  const source = `the container's credentials endpoint (${named})`;
  const url = relative === undefined ? fullAddress(source, full ?? '') : relativeAddress(source, relative);
  const authorization = await tokenOf(source, env);
  const headers = authorization === undefined ? {} : { authorization };
  const given = await asked(source, url, headers, context);
  const expires = textOf(given['Expiration']);
  const whole = temporary(
    given['AccessKeyId'],
    given['SecretAccessKey'],
    given['Token'],
    expires === undefined ? undefined : new Date(expires),
  );
  if (whole === undefined) throw new SourceFault(source, `what ${url.host} answered are no whole credentials`);
  return whole;
}

async function asked(
  source: string,
  url: URL,
  headers: Readonly<Record<string, string>>,
  context: SourceContext,
): Promise<Readonly<Record<string, unknown>>> {
  for (let tried = 1; ; tried++) {
    try {
      // One after another on purpose.
      // oxlint-disable-next-line no-await-in-loop
      return await askObject(url, { headers, limitMs }, context);
    } catch (error) {
      if (tried < tries && context.signal?.aborted !== true && failedOnTheWay(error)) {
        // oxlint-disable-next-line no-await-in-loop
        await pause(50 * 2 ** tried, undefined);
        continue;
      }
      // Its path may be a secret: in ECS it holds the id by which anybody in the container is given credentials.
      throw new SourceFault(source, toldOf(url, error), { cause: error });
    }
  }
}

/** What was refused, each thing once: where the answer has no code and no message, both say its status. */
function toldOf(url: URL, error: unknown): string {
  const status = statusOf(error);
  const message = shownMessage(error);
  if (status === undefined) return message;
  const said = `HTTP ${status}`;
  if (message.startsWith(said)) return `${url.host} refused with ${message}`;
  const code = codeOf(error);
  return `${url.host} refused with ${[said, ...(code === said ? [] : [code]), message].join(': ')}`;
}

function relativeAddress(source: string, relative: string): URL {
  if (!relative.startsWith('/')) throw new SourceFault(source, 'its value is no path; expected one that begins with /');
  return new URL(`http://169.254.170.2${relative}`);
}

function fullAddress(source: string, full: string): URL {
  const url = URL.canParse(full) ? new URL(full) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new SourceFault(source, 'its value is no http or https address');
  if (url.protocol === 'http:' && !isLocal(url.hostname))
    throw new SourceFault(
      source,
      `${url.host} would hand out credentials over plain HTTP; expected https, or an address of this machine or container`,
    );
  return url;
}

/** What the endpoint is shown; a file is read each time, as it is renewed. @throws SourceFault */
async function tokenOf(source: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const file = variable(env, 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE');
  let token = variable(env, 'AWS_CONTAINER_AUTHORIZATION_TOKEN');
  let named = 'AWS_CONTAINER_AUTHORIZATION_TOKEN';
  if (file !== undefined) {
    named = `the file ${file} of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE`;
    try {
      token = (await readBounded(file, mostBytes)).toString('utf8').trim();
    } catch (error) {
      throw new SourceFault(source, `${named} could not be read: ${whyNotRead(error)}`, { cause: error });
    }
    if (token === '') throw new SourceFault(source, `${named} is empty`);
  }
  if (token === undefined) return undefined;
  neverShow([token]);
  if (/[^\t\u0020-\u007e]/.test(token))
    throw new SourceFault(source, `${named} holds more than one line, or what no header can`);
  return token;
}

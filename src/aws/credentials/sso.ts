import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fromSSO } from '@aws-sdk/credential-providers';
import { SSOClient } from '@aws-sdk/nested-clients/sso';
import type { AwsCredentials } from '../clients.ts';
import { neverAskFiles } from '../clients.ts';
import { messageOf } from '../../program/errors.ts';
import { partitionOfRegion } from '../../partitions/partitions.ts';
import { codeOf, shownMessage, statusOf } from '../errors.ts';
import type { Section } from '../shared-files.ts';
import { SourceFault, refusedBy } from './fault.ts';
import { hide } from './hide.ts';
import { sdkOptions } from './sdk-options.ts';
import type { SourceContext } from './types.ts';

/**
 * Credentials of a role of IAM Identity Center, by the token that `aws sso login` left; a token that can be renewed is.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html
 * @throws SourceFault that names account and role; the network's error
 */
export async function fromIdentityCenter(
  name: string,
  section: Section,
  context: SourceContext,
): Promise<AwsCredentials> {
  const source = `the profile ${name} (SSO)`;
  const { region, startUrl, account, role, session } = placeOf(source, section, context);
  const login = `\`aws sso login${name === 'default' ? '' : ` --profile ${name}`}\``;
  const options = sdkOptions(context, 'SSO', region);
  const client = new SSOClient(options);
  neverAskFiles(client.config);
  const { config: configFilepath, credentials: filepath } = context.configuration.files;
  try {
    return hide(
      await fromSSO({
        profile: name,
        configFilepath,
        filepath,
        ignoreCache: true,
        ssoStartUrl: startUrl,
        ssoAccountId: account,
        ssoRegion: region,
        ssoRoleName: role,
        ...(session === undefined ? {} : { ssoSession: session }),
        ssoClient: client,
        clientConfig: {
          ...sdkOptions(context, 'SSO OIDC', region),
          useFipsEndpoint: false,
          useDualstackEndpoint: false,
          // One must be given, or the SDK asks the profile `default` for it.
          endpoint:
            context.configuration.endpointOf('SSO OIDC') ??
            `https://oidc.${region}.${partitionOfRegion(region).dnsSuffix}`,
        },
      })(),
    );
  } catch (error) {
    const asked = causeOf(error);
    if (statusOf(asked) !== undefined) {
      const hint =
        codeOf(asked) === 'UnauthorizedException'
          ? `The sign-in is over or is no longer accepted: ${login}.`
          : `Ask for the permission set ${role} in account ${account}, or choose another in the profile.`;
      throw new SourceFault(
        source,
        `the role ${role} in account ${account} was refused: ${codeOf(asked)}: ${shownMessage(asked)}`,
        { hint, cause: asked },
      );
    }
    const told = messageOf(error);
    if (/token|session|expired|sso login|not found|invalid/i.test(told) && !isNetwork(asked))
      throw new SourceFault(
        source,
        `there is no valid sign-in for the role ${role} in account ${account} (${tokenFile(session ?? startUrl)}): ${sentence(told)}`,
        { hint: `Sign in: ${login}.`, cause: error },
      );
    throw refusedBy(source, `the role ${role} in account ${account}`, asked);
  }
}

/** The SDK puts what it was refused with into an error of its own, as its message. */
function causeOf(error: unknown): unknown {
  const inner = error instanceof Error ? (error as { message: unknown }).message : undefined;
  return inner instanceof Error ? inner : error;
}

const isNetwork = (error: unknown): boolean => error instanceof Error && 'code' in error;

const sentence = (text: string): string =>
  text.replace(/\s*To refresh this SSO session run .*$/s, '').replace(/\.$/, '');

/** Where `aws sso login` keeps the token. */
const tokenFile = (of: string): string =>
  join(homedir(), '.aws/sso/cache', `${createHash('sha1').update(of).digest('hex')}.json`);

interface Place {
  readonly region: string;
  readonly startUrl: string;
  readonly account: string;
  readonly role: string;
  readonly session: string | undefined;
}

function placeOf(source: string, section: Section, { configuration }: SourceContext): Place {
  const session = section['sso_session'];
  const { ssoSessions, config } = configuration.files;
  const of = session === undefined ? section : ssoSessions.get(session);
  if (of === undefined)
    throw new SourceFault(source, `${config} has no section [sso-session ${session}]`, {
      hint: '`aws configure sso-session` makes it.',
    });
  const need = (from: Section, name: string): string => {
    const value = from[name];
    if (value === undefined || value === '')
      throw new SourceFault(source, `${name} is missing`, { hint: '`aws configure sso` asks for all that is needed.' });
    return value;
  };
  return {
    region: need(of, 'sso_region'),
    startUrl: need(of, 'sso_start_url'),
    account: need(section, 'sso_account_id'),
    role: need(section, 'sso_role_name'),
    session,
  };
}

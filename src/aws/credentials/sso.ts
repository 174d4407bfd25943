import type { AwsCredentials } from '../clients.ts';
import { codeOf, shownMessage, statusOf } from '../errors.ts';
import { partitionOfRegion } from '../../partitions/partitions.ts';
import type { Section } from '../shared-files.ts';
import { Refused, askObject } from './ask.ts';
import { SourceFault, refusedBy } from './fault.ts';
import { temporary } from './hide.ts';
import { slashed, ssoToken } from './sso-token.ts';
import type { SourceContext } from './types.ts';

/**
 * Credentials of a role of IAM Identity Center, by the token that `aws sso login` left; a token that can be renewed is.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html
 * @throws SourceFault that names account, role and start URL; the network's error
 */
export async function fromIdentityCenter(
  name: string,
  section: Section,
  context: SourceContext,
): Promise<AwsCredentials> {
  const source = `the profile ${name} (SSO)`;
  const place = placeOf(source, section, context);
  const { region, startUrl, account, role, session } = place;
  const login = `\`aws sso login${name === 'default' ? '' : ` --profile ${name}`}\``;
  const whose = `the role ${role} in account ${account}`;
  const token = await ssoToken(
    { source, region, startUrl, session, purpose: `for ${whose} at ${startUrl}`, hint: `Sign in: ${login}.` },
    context,
  );
  const url = new URL('federation/credentials', slashed(portalOf(region, context)));
  url.search = new URLSearchParams({ role_name: role, account_id: account }).toString();
  let given: Readonly<Record<string, unknown>>;
  try {
    given = await askObject(url, { headers: { 'x-amz-sso_bearer_token': token } }, context);
  } catch (error) {
    throw errorOf(source, place, login, error);
  }
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = (given['roleCredentials'] ?? {}) as Record<
    string,
    unknown
  >;
  const whole = temporary(accessKeyId, secretAccessKey, sessionToken, new Date(Number(expiration ?? Number.NaN)));
  if (whole === undefined) throw new SourceFault(source, `${startUrl} answered without whole credentials of ${whose}`);
  return whole;
}

/** https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html#API_GetRoleCredentials_Errors */
function errorOf(source: string, { account, role, startUrl }: Place, login: string, error: unknown): Error {
  const whose = `the role ${role} in account ${account} at ${startUrl}`;
  const refused = refusedBy(source, whose, error);
  if (!(refused instanceof SourceFault) || !(error instanceof Refused)) return refused;
  const said = `${codeOf(error)}: ${shownMessage(error)}`;
  if (statusOf(error) === 401)
    return new SourceFault(source, `the sign-in is no longer accepted for ${whose}: ${said}`, {
      hint: `Sign in again: ${login}.`,
      cause: error,
    });
  const hint = `Is the permission set ${role} assigned to you in account ${account}? Ask for it, or name another by sso_role_name and sso_account_id of the profile; \`${login.replaceAll('`', '')}\` helps when it was assigned since you signed in.`;
  return new SourceFault(source, `${whose} was refused: ${said}`, { hint, cause: error });
}

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
  for (const name of ['sso_region', 'sso_start_url'])
    if (section[name] !== undefined && of[name] !== undefined && section[name] !== of[name])
      throw new SourceFault(source, `${name} of the profile and of [sso-session ${session}] differ`, {
        hint: `Remove it from the profile.`,
      });
  return {
    region: regionIn(source, need(of, 'sso_region')),
    startUrl: need(of, 'sso_start_url'),
    account: need(section, 'sso_account_id'),
    role: need(section, 'sso_role_name'),
    session,
  };
}

/** It becomes part of a host name, which is shown the token. */
function regionIn(source: string, region: string): string {
  if (/^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(region)) return region;
  throw new SourceFault(
    source,
    `sso_region is ${JSON.stringify(region)}; expected the name of a region, such as eu-west-1`,
  );
}

/** Its host by the rules of the SDK's client of the portal. */
function portalOf(region: string, { configuration }: SourceContext): string {
  const { useFips, useDualstack } = configuration;
  const { id, dnsSuffix, dualStackSuffix } = partitionOfRegion(region);
  // GovCloud's usual endpoint is the one of FIPS.
  const portal = useFips && !(id === 'aws-us-gov' && !useDualstack) ? 'portal.sso-fips' : 'portal.sso';
  return configuration.endpointOf('SSO') ?? `https://${portal}.${region}.${useDualstack ? dualStackSuffix : dnsSuffix}`;
}

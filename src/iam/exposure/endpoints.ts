import { arnAccount } from '../../text/arn.ts';
import { knownValue } from '../context.ts';
import { asPolicy } from '../layer.ts';
import type { KeyState } from '../types.ts';
import { type Findings, noFindings, record } from './surface.ts';
import { judgePlain } from './plain.ts';
import type { ExposureInput, ExposureOptions, ExposureVerdict, ResourceKind } from './types.ts';

type Of<K extends ResourceKind> = Extract<ExposureInput, { kind: K }>;

/**
 * Lambda: its API answers only signed requests; the function's URL answers anybody when its auth type is NONE and the
 * policy allows lambda:InvokeFunctionUrl. https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export function judgeLambda(input: Of<'lambda'>, own: string | undefined, options: ExposureOptions): Findings {
  const url = input.functionUrl;
  const auth = url === undefined || url === null ? undefined : (url.AuthType ?? 'NONE');
  const findings = judgePlain(input, own, options, {
    fixed: url === null ? withoutUrl : auth === undefined ? new Map() : throughUrl(auth, false),
    anonymousFixed: throughUrl('NONE', true),
    anonymous: (action) => action === 'lambda:invokefunctionurl' && auth !== 'AWS_IAM',
    skip: (action) => action === 'lambda:invokefunctionurl' && url === null,
  });
  if (url === undefined && findings.access.write === 'public')
    findings.notes.add('judged as if the function had a URL with auth type NONE, because its URL is not known');
  if (url === null) findings.notes.add('the function has no URL');
  return findings;
}

const withoutUrl: ReadonlyMap<string, KeyState> = new Map([
  ['lambda:functionurlauthtype', { is: 'absent' }],
  ['lambda:invokedviafunctionurl', { is: 'absent' }],
]);

/** Keys of a request to a URL; `invoked`: that it is one is known. */
const throughUrl = (auth: string, invoked: boolean): ReadonlyMap<string, KeyState> =>
  new Map([
    ['lambda:functionurlauthtype', knownValue(auth)],
    ...(invoked ? [['lambda:invokedviafunctionurl', knownValue('true')] as const] : []),
  ]);

/**
 * Who may call a function's URL, by each of the two permissions that a request to it needs: `url` is
 * lambda:InvokeFunctionUrl, `invoke` is lambda:InvokeFunction, which URLs ask for since October 2025 and older ones by
 * and by. https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export function functionUrlExposure(
  given: { readonly arn: string; readonly policy: unknown; readonly authType: string },
  options: ExposureOptions,
): { readonly url: ExposureVerdict; readonly invoke: ExposureVerdict } {
  const input: Of<'lambda'> = { kind: 'lambda', arn: given.arn, policy: given.policy };
  const fixed = throughUrl(given.authType, true);
  const of = (action: string): ExposureVerdict =>
    judgePlain(input, options.account ?? arnAccount(given.arn), options, {
      fixed,
      anonymousFixed: fixed,
      anonymous: () => given.authType === 'NONE',
      skip: (one) => one !== action,
    }).access.write;
  return { url: of('lambda:invokefunctionurl'), invoke: of('lambda:invokefunction') };
}

/**
 * EFS: without a policy every NFS client that reaches a mount target has full access.
 * https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export function judgeEfs(input: Of<'efs'>, own: string | undefined, options: ExposureOptions): Findings {
  const findings = judgePlain(input, own, options);
  if (input.policy !== undefined && input.policy !== null && input.policy !== '') return findings;
  findings.notes.add('without a file system policy every NFS client that reaches a mount target has full access');
  for (const [group, action] of [
    ['read', 'ClientMount'],
    ['write', 'ClientWrite'],
  ] as const) {
    record(findings, group, 'conditional', {
      witness: {
        principal: 'anonymous',
        action: `elasticfilesystem:${action}`,
        resource: input.arn ?? '*',
        conditions: {},
        via: 'an NFS client that reaches a mount target',
      },
      statements: [],
    });
  }
  return findings;
}

/**
 * VPC endpoints: every request that their policy sees comes from their own VPC, so conditions on the endpoint or the VPC hold
 * for everybody and keep nobody out; aws:SourceIp is not in such requests.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip
 */
export function judgeVpcEndpoint(input: Of<'vpce'>, own: string | undefined, options: ExposureOptions): Findings {
  const chosen: KeyState = { is: 'caller' };
  const known = (value: string | undefined): KeyState => (value === undefined ? chosen : knownValue(value));
  return judgePlain(input, own, options, {
    fixed: new Map<string, KeyState>([
      ['aws:sourceip', { is: 'absent' }],
      ['aws:vpcsourceip', chosen],
      ['aws:sourcevpce', known(input.endpoint)],
      ['aws:sourcevpc', known(input.vpc)],
      ['aws:sourcevpcarn', chosen],
      ['aws:vpceaccount', known(own)],
      ['aws:vpceorgid', known(options.organization?.id)],
      ['aws:vpceorgpaths', chosen],
    ]),
  });
}

/**
 * OpenSearch: an endpoint inside a VPC, and fine-grained access control, both stand before the policy. What the policy says of the
 * domain itself opens nothing: it applies to indexes and their APIs alone
 * (https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html#ac-types-resource), the configuration is changed by
 * signed requests that name a domain of the caller's account, and cross-cluster search needs a connection that the owner accepts.
 */
export function judgeOpenSearch(input: Of<'opensearch'>, own: string | undefined, options: ExposureOptions): Findings {
  const findings = noFindings();
  const isOpen = (verdict: ExposureVerdict): boolean => verdict === 'public' || verdict === 'any-account';
  return judgePlain(
    input,
    own,
    options,
    {
      cap: (action, verdict) => {
        if (!isOpen(verdict)) return verdict;
        if (!action.startsWith('es:eshttp')) return 'private';
        if (input.vpc === true) {
          findings.notes.add('the domain answers inside its VPC only');
          return 'private';
        }
        if (input.fineGrainedAccess === true) {
          findings.notes.add('fine-grained access control asks every request for a user of the domain');
          return 'conditional';
        }
        return verdict;
      },
    },
    findings,
  );
}

/**
 * API Gateway: the resource policy works together with the authorizers of the methods.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html
 */
export function judgeApi(input: Of<'apigateway'>, own: string | undefined, options: ExposureOptions): Findings {
  const kinds = input.authorization?.map((kind) => kind.toUpperCase());
  const hasOpenMethod = kinds === undefined || kinds.includes('NONE');
  const asks = kinds?.some((kind) => kind === 'CUSTOM' || kind === 'COGNITO_USER_POOLS' || kind === 'JWT') === true;
  const hasPolicy = input.policy !== undefined && input.policy !== null && input.policy !== '';
  const isPrivate = input.endpointType?.toUpperCase() === 'PRIVATE';
  const { methods } = input;
  const findings = noFindings();
  if (!hasPolicy) {
    if (isPrivate) return findings;
    const witness = {
      principal: 'anonymous',
      action: 'execute-api:Invoke',
      resource: methods?.[0] ?? input.arn ?? '*',
      conditions: {},
    };
    if (kinds === undefined) {
      findings.unknown.add("the API has no resource policy and its methods' authorisation is not known");
      record(findings, 'write', 'unknown');
    } else if (hasOpenMethod) {
      record(findings, 'write', 'public', {
        witness: { ...witness, via: 'a method without authorisation' },
        statements: [],
      });
    } else if (asks) {
      record(findings, 'write', 'conditional', {
        witness: { ...witness, via: 'whoever the authorizer lets in' },
        statements: [],
      });
    }
    return findings;
  }
  judgePlain(
    input,
    own,
    options,
    {
      ...(methods === undefined ? {} : { names: () => methods, skip: (action) => action !== 'execute-api:invoke' }),
      // with IAM authorisation a request has to be signed
      anonymous: () => hasOpenMethod || asks,
      cap: (_, verdict) => {
        if (verdict !== 'public' && verdict !== 'any-account') return verdict;
        if (isPrivate) {
          findings.notes.add('a private API answers only through VPC endpoints');
          return 'conditional';
        }
        return !hasOpenMethod && asks ? 'conditional' : verdict;
      },
    },
    findings,
  );
  if (
    !isPrivate &&
    hasPolicy &&
    asks &&
    !hasOpenMethod &&
    findings.access.write === 'private' &&
    !denies(input.policy)
  ) {
    record(findings, 'write', 'conditional');
    findings.notes.add('a policy that is silent leaves the decision to the authorizer');
  }
  return findings;
}

const denies = (document: unknown): boolean =>
  [asPolicy(document)].some((one) =>
    one.policy.forAction('execute-api:invoke').some((statement) => statement.effect === 'Deny'),
  );

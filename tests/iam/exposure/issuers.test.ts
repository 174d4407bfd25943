import { describe, expect, it } from 'vitest';
import { exposure, type ExposureVerdict } from '../../../src/iam/index.ts';
import { everyHolder, isPossible, textsFor } from '../../../src/iam/exposure/issuers/grammar.ts';
import { issuerOf, sharedIssuers } from '../../../src/iam/exposure/issuers/issuers.ts';
import { ownIssuers } from '../../../src/iam/exposure/issuers/own.ts';
import { ACCOUNT, allow, docs, type Json, policy } from '../documents.ts';
import { options } from './cases.ts';

const grant = (host: string, conditions: Json) =>
  exposure(
    {
      kind: 'role',
      arn: `arn:aws:iam::${ACCOUNT}:role/r`,
      policy: policy(
        allow({
          Principal: {
            Federated: /^(?:accounts\.google|graph\.facebook|www\.amazon|cognito-identity\.amazonaws)\.com$/.test(host)
              ? host
              : `arn:aws:iam::${ACCOUNT}:oidc-provider/${host}`,
          },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: conditions,
        }),
      ),
    },
    options,
  );

/** Conditions on claims of the host: `sub~` is StringLike, `sub` StringEquals. */
const on = (host: string, claims: Readonly<Record<string, unknown>>): Json => {
  const found: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of Object.entries(claims)) {
    const operator = name.endsWith('~') ? 'StringLike' : 'StringEquals';
    const claim = name.replace('~', '');
    (found[operator] ??= {})[claim.startsWith('sts:') ? claim : `${host}:${claim}`] = value;
  }
  return found;
};

type Row = readonly [host: string, claims: Readonly<Record<string, unknown>>, expected: ExposureVerdict | 'not known'];

const uuid = '12345678-1234-4234-8234-123456789012';
const eks = 'oidc.eks.us-east-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';
const circle = `oidc.circleci.com/org/${uuid}`;
const bitbucket = 'api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc';
const pool = 'cognito-identity.amazonaws.com';
const entra = `sts.windows.net/${uuid}/`;
const sentinel = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';

const rows: readonly Row[] = [
  // GitLab.com
  ['gitlab.com', {}, 'public'],
  ['gitlab.com', { aud: 'https://gitlab.com' }, 'public'],
  ['gitlab.com', { sub: 'project_path:acme/app:ref_type:branch:ref:main' }, 'private'],
  ['gitlab.com', { 'sub~': 'project_path:acme/*' }, 'private'],
  ['gitlab.com', { 'sub~': 'project_path:acme/team/*:ref_type:branch:ref:main' }, 'private'],
  ['gitlab.com', { 'sub~': 'project_path:acme*' }, 'public'],
  ['gitlab.com', { 'sub~': 'project_path:*/app:ref_type:branch:ref:main' }, 'public'],
  ['gitlab.com', { 'sub~': 'project_path:*:ref_type:branch:ref:main' }, 'public'],
  ['gitlab.com', { 'sub~': 'project_path:acme/*:ref_type:*' }, 'private'],
  ['gitlab.com', { 'sub~': 'project_path:*:project_id:42' }, 'private'],
  ['gitlab.com', { sub: 'ref_type:branch:ref:main' }, 'not known'],
  ['gitlab.com', { project_id: '42' }, 'private'],
  ['gitlab.com', { namespace_id: '42' }, 'private'],
  ['gitlab.com', { ref_protected: 'true' }, 'public'],
  ['gitlab.com', { user_login: 'alice' }, 'conditional'],
  ['gitlab.com', { project_path: 'acme/app' }, 'private'],
  ['gitlab.com', { environment: 'production' }, 'not known'],
  // HCP Terraform
  ['app.terraform.io', { aud: 'aws.workload.identity' }, 'public'],
  ['app.terraform.io', { sub: 'organization:acme:project:p:workspace:w:run_phase:apply' }, 'private'],
  ['app.terraform.io', { 'sub~': 'organization:acme:*' }, 'private'],
  ['app.terraform.io', { 'sub~': 'organization:acme*' }, 'public'],
  ['app.terraform.io', { 'sub~': 'organization:*:project:p:workspace:w:run_phase:*' }, 'public'],
  ['app.terraform.io', { 'sub~': 'organization:*:workspace:prod:*' }, 'public'],
  ['app.eu.terraform.io', { 'sub~': '*:run_phase:apply' }, 'public'],
  ['app.terraform.io', { terraform_organization_id: 'org-1234' }, 'private'],
  // Buildkite
  ['agent.buildkite.com', {}, 'public'],
  ['agent.buildkite.com', { 'sub~': 'organization:acme:pipeline:deploy:*' }, 'private'],
  ['agent.buildkite.com', { 'sub~': 'organization:acme*:pipeline:deploy:*' }, 'public'],
  ['agent.buildkite.com', { 'sub~': 'organization:*:pipeline:deploy:ref:refs/heads/main:*' }, 'public'],
  ['agent.buildkite.com', { sub: uuid }, 'private'],
  ['agent.buildkite.com', { organization_slug: 'acme' }, 'private'],
  ['agent.buildkite.com', { pipeline_slug: 'deploy' }, 'public'],
  ['agent.buildkite.com', { build_branch: 'main' }, 'public'],
  ['agent.buildkite.com', { cluster_id: uuid }, 'private'],
  // Vercel
  ['oidc.vercel.com', { aud: 'https://vercel.com/acme' }, 'private'],
  ['oidc.vercel.com', { 'aud~': 'https://vercel.com/*' }, 'public'],
  ['oidc.vercel.com', { sub: 'owner:acme:project:p:environment:production' }, 'private'],
  ['oidc.vercel.com', { 'sub~': 'owner:*:project:p:environment:production' }, 'public'],
  ['oidc.vercel.com/acme', { 'sub~': 'owner:acme:project:*:environment:production' }, 'private'],
  ['oidc.vercel.com/acme', { aud: 'https://vercel.com/acme' }, 'conditional'],
  // Pulumi
  ['api.pulumi.com/oidc', { aud: 'aws:acme' }, 'private'],
  ['api.pulumi.com/oidc', { 'aud~': 'aws:*' }, 'public'],
  ['api.pulumi.com/oidc', { 'sub~': 'pulumi:deploy:org:acme:*' }, 'private'],
  ['api.pulumi.com/oidc', { 'sub~': 'pulumi:deploy:org:*:project:p:*' }, 'public'],
  ['api.pulumi.com/oidc', { sub: 'pulumi:environments:org:acme:env:p/prod' }, 'private'],
  // further shared ones
  ['oidc.codefresh.io', { 'sub~': 'account:64884faac2751b77ca7ab324:pipeline:*' }, 'private'],
  ['oidc.codefresh.io', { 'sub~': 'account:*:pipeline:64f7232ab698cfcb95d93cef:*' }, 'public'],
  ['scalr.io', { 'sub~': 'account:acme:environment:prod:workspace:*' }, 'private'],
  ['scalr.io', { 'sub~': 'account:*:environment:prod:workspace:*' }, 'public'],
  ['proidc.upbound.io', { sub: 'mcp:acme/ctp:provider:provider-aws' }, 'private'],
  ['proidc.upbound.io', { 'sub~': 'mcp:*/ctp:provider:provider-aws' }, 'public'],
  ['tokens.cloud.shisho.dev', { sub: 'job:acme' }, 'private'],
  ['tokens.cloud.shisho.dev', {}, 'public'],
  [sentinel, { aud: 'api://1462b192-27f7-4cb9-8523-0f4ecb54b47e' }, 'public'],
  [sentinel, { 'sts:RoleSessionName': `MicrosoftSentinel_${uuid}` }, 'private'],
  [sentinel, { 'sts:RoleSessionName~': 'MicrosoftSentinel_*' }, 'public'],
  // people's accounts
  ['accounts.google.com', {}, 'public'],
  ['accounts.google.com', { aud: '1234.apps.googleusercontent.com' }, 'conditional'],
  ['accounts.google.com', { oaud: 'https://example.com' }, 'conditional'],
  ['accounts.google.com', { aud: '1234.apps.googleusercontent.com', sub: '1234567890' }, 'private'],
  ['accounts.google.com', { sub: '1234567890' }, 'private'],
  ['accounts.google.com', { email: 'x@example.com' }, 'private'],
  ['accounts.google.com', { 'email~': '*@example.com' }, 'private'],
  ['accounts.google.com', { 'email~': '*@gmail.com' }, 'public'],
  ['accounts.google.com', { hd: 'example.com' }, 'private'],
  ['graph.facebook.com', { app_id: '1234567890' }, 'conditional'],
  ['graph.facebook.com', { id: '1234567890' }, 'private'],
  ['www.amazon.com', { app_id: 'amzn1.application-oa2-client.1234' }, 'conditional'],
  ['www.amazon.com', { user_id: 'amzn1.account.ABCDEF' }, 'private'],
  ['appleid.apple.com', { aud: 'com.example.app' }, 'conditional'],
  [pool, {}, 'public'],
  [pool, { aud: `us-east-1:${uuid}` }, 'conditional'],
  [pool, { 'aud~': 'us-east-1:*' }, 'public'],
  [pool, { aud: `us-east-1:${uuid}`, amr: 'unauthenticated' }, 'public'],
  [pool, { aud: `us-east-1:${uuid}`, amr: 'authenticated' }, 'conditional'],
  [pool, { sub: `us-east-1:${uuid}` }, 'conditional'],
  // of one customer
  [eks, { 'sub~': 'system:serviceaccount:ns:*' }, 'private'],
  [eks, { 'sub~': 'system:serviceaccount:*:app' }, 'private'],
  [eks, { 'sub~': 'system:serviceaccount:*:*' }, 'conditional'],
  [eks, { 'sub~': 'system:*' }, 'conditional'],
  [eks, { aud: 'sts.amazonaws.com' }, 'conditional'],
  [circle, { aud: uuid }, 'conditional'],
  [circle, { 'sub~': `org/${uuid}/project/${uuid}/user/*` }, 'private'],
  [circle, { 'oidc.circleci.com/project-id': uuid }, 'private'],
  [bitbucket, { aud: `ari:cloud:bitbucket::workspace/${uuid}` }, 'conditional'],
  [bitbucket, { 'sub~': `{${uuid}}:*` }, 'private'],
  [entra, { aud: 'api://app' }, 'conditional'],
  [entra, { sub: uuid }, 'private'],
  ['acme.app.spacelift.io', { 'sub~': 'space:production:*' }, 'private'],
  ['acme.app.spacelift.io', { aud: 'acme.app.spacelift.io' }, 'conditional'],
  ['oidc.fly.io/acme', { 'sub~': 'acme:app:*' }, 'private'],
  ['acme.semaphoreci.com', { 'sub~': 'org:acme:project:*' }, 'private'],
  ['acme.eu.auth0.com/', { sub: 'auth0|1234' }, 'private'],
  ['acme.okta.com', { aud: 'client' }, 'conditional'],
  [`cognito-idp.us-east-1.amazonaws.com/us-east-1_abcdefghi`, { aud: 'client' }, 'conditional'],
  ['securetoken.google.com/project', { aud: 'project' }, 'conditional'],
  // of which nothing is known
  ['idp.example.com', {}, 'conditional'],
  ['idp.example.com', { aud: 'client' }, 'conditional'],
  ['idp.example.com', { 'sub~': '*' }, 'conditional'],
  ['idp.example.com', { sub: 'alice' }, 'private'],
  ['idp.example.com', { 'sub~': 'team-a/*' }, 'not known'],
  ['idp.example.com', { 'sub~': '*-admin' }, 'not known'],
];

describe(`who can have a token of an issuer (${docs.oidc})`, () => {
  it.each(rows)('%s %j: %s', (host, claims, expected) => {
    const found = grant(host, on(host, claims));
    const reasons = found.federated.flatMap(({ unknown }) => unknown);
    if (expected === 'not known') {
      expect(found.verdict).toBe('conditional');
      expect(reasons).not.toEqual([]);
      return;
    }
    expect(found.verdict).toBe(expected);
    expect(reasons).toEqual([]);
    const issuer = issuerOf(host);
    const [sub] = found.witness?.conditions[`${host.toLowerCase()}:sub`] ?? [];
    if (sub !== undefined && issuer?.subject !== undefined) expect(isPossible(issuer.subject, sub), sub).toBe(true);
  });
});

describe('what is known of issuers', () => {
  it.each(sharedIssuers.map((one) => [one.name, one] as const))('%s has subjects that are possible', (_, issuer) => {
    const { texts, complete } = textsFor(issuer.subject, '*', true, ['free']);
    expect(complete).toBe(true);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(isPossible(issuer.subject, text), text).toBe(true);
    for (const grammar of [issuer.audience, issuer.sessionName]) {
      if (grammar === undefined) continue;
      for (const text of textsFor(grammar, '*', true, everyHolder).texts) expect(isPossible(grammar, text)).toBe(true);
    }
    for (const host of issuer.hosts) expect(issuerOf(host)).toBe(issuer);
    expect(issuer.docs).toMatch(/^https:\/\//);
  });

  it.each(ownIssuers.map((one) => [one.name, one] as const))('%s has subjects that are possible', (_, issuer) => {
    if (issuer.subject === undefined) return;
    const { texts } = textsFor(issuer.subject, '*', true, everyHolder);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(isPossible(issuer.subject, text), text).toBe(true);
  });

  it('makes up every place of every form from possible values', () => {
    for (const { subject, name } of [...sharedIssuers, ...ownIssuers]) {
      for (const template of [...(subject?.forms ?? []), ...(subject?.joined?.first ?? [])]) {
        for (const place of template) {
          if (typeof place === 'string') continue;
          for (const sample of place.samples) expect(place.form.test(sample), `${name}: ${sample}`).toBe(true);
        }
      }
    }
  });
});

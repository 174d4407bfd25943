import { type Grammar, type Holder, slot, type Template } from './grammar.ts';
import type { Claim, OwnIssuer, SharedIssuer } from './types.ts';

const docs = 'https://docs.github.com/en/actions/reference/security/oidc';

// names: https://docs.github.com/en/enterprise-cloud@latest/admin/managing-iam/iam-configuration-reference/username-considerations-for-external-authentication
// letters and digits with single hyphens between them; managed users have an underscore and the enterprise's code behind
const ownerForm = /^(?=.{1,39}$)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:_[A-Za-z0-9]+)?$/;
const owner = slot('tenant', ownerForm, 'unlisted', 'unlisted-2', 'elsewhere');
const ownerId = slot('tenant', /^[1-9]\d{0,11}$/, '100000007', '100000009', '200000007');
const repositoryForm = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
const repository = slot('free', repositoryForm, 'unlisted', 'unlisted-2', 'elsewhere');
const repositoryId = slot('tenant', /^[1-9]\d{0,11}$/, '100000008', '100000010', '200000008');
/** Ids that belong to the repository or owner whose name stands beside them. */
const idBeside = { ...repositoryId, holder: 'free' } as const;

// https://git-scm.com/docs/git-check-ref-format
const ref = slot(
  'free',
  /^refs\/(?:(?:heads|tags)\/[^\s~^:?*[\\/][^\s~^:?*[\\]*|pull\/\d+\/(?:merge|head))$/,
  'refs/heads/main',
  'refs/heads/unlisted',
  'refs/tags/v1',
);
const branch = slot('free', /^[^\s~^:?*[\\]+$/, 'main', 'unlisted', 'v1');
/** In subjects a colon is written `%3A`. */
const words = slot('free', /^[^:\n]{1,255}$/, 'unlisted', 'elsewhere', 'main');
const number = slot('free', /^\d+$/, '1', '7', '99');
const sha = slot('free', /^[0-9a-f]{40}$/, '0123456789abcdef0123456789abcdef01234567');
const enterprise = slot('tenant', /^[A-Za-z0-9-]+$/, 'unlisted', 'elsewhere');
const person = slot('person', ownerForm, 'unlisted', 'elsewhere');
const personId = slot('person', /^[1-9]\d{0,11}$/, '100000011', '200000011');
const oneOf = (holder: Holder, first: string, ...more: string[]) =>
  slot(holder, new RegExp(`^(?:${[first, ...more].join('|')})$`), first, ...more);

const workflowFile = slot('free', /^[^:\s/@]+\.ya?ml$/, 'unlisted.yml', 'deploy.yaml');
const workflowRef = slot('free', /^(?:refs\/[^\s~^:?*[\\]+|[0-9a-f]{40}|[^\s~^:?*[\\]+)$/, 'refs/heads/main', 'v1');
/** The file of a workflow, in whose repository it is. */
const workflow: Template = [owner, '/', repository, '/.github/workflows/', workflowFile, '@', workflowRef];

const names: Template = [owner, '/', repository];
/** Repositories made, renamed or moved since July 2026, and those that were switched. */
const namesWithIds: Template = [owner, '@', ownerId, '/', repository, '@', idBeside];

/** Claims that a subject can be made of. `repo` stands for `repository`. */
const parts: Readonly<Record<string, Template>> = {
  actor: [person],
  actor_id: [personId],
  base_ref: [branch],
  check_run_id: [number],
  enterprise: [enterprise],
  enterprise_id: [{ ...ownerId }],
  environment: [words],
  event_name: [slot('free', /^[a-z_]+$/, 'push', 'workflow_dispatch')],
  head_ref: [branch],
  job_workflow_ref: workflow,
  job_workflow_sha: [sha],
  ref: [ref],
  ref_protected: [oneOf('free', 'true', 'false')],
  ref_type: [oneOf('free', 'branch', 'tag')],
  repository_id: [repositoryId],
  repository_owner: [owner],
  repository_owner_id: [ownerId],
  repository_visibility: [oneOf('free', 'public', 'private', 'internal')],
  run_attempt: [number],
  run_id: [number],
  run_number: [number],
  runner_environment: [oneOf('free', 'github-hosted', 'self-hosted')],
  sha: [sha],
  workflow: [words],
  workflow_ref: workflow,
  workflow_sha: [sha],
};

/**
 * By default `repo:OWNER/REPO:` and the context; an organisation or repository may choose other claims, each as `claim:value`.
 * Immutable ids, where a repository has them, cannot be left out of `repo`.
 */
const repos: readonly Template[] = [names, namesWithIds].flatMap((whose): Template[] => [
  ['repo:', ...whose, ':ref:', ref],
  ['repo:', ...whose, ':environment:', words],
  ['repo:', ...whose, ':pull_request'],
  ['repo:', ...whose],
  ['repository:', ...whose],
]);
const subject: Grammar = {
  forms: [
    ...repos,
    ['pull_request'],
    ...Object.entries(parts).map(([claim, value]): Template => [`${claim}:`, ...value]),
    // properties that organisations define for their repositories; anybody has organisations
    ['repo_property_', slot('free', /^[A-Za-z0-9_-]+$/, 'unlisted'), ':', words],
  ],
  joined: {
    first: [
      ...repos,
      ['pull_request'],
      ...Object.entries(parts).map(([claim, value]): Template => [`${claim}:`, ...value]),
      ['repo_property_', slot('free', /^[A-Za-z0-9_-]+$/, 'unlisted'), ':', words],
    ],
  },
};

/** What the subject says of other claims. */
function implied(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const repo = /^repo(?:sitory)?:([^:/@]+)(?:@(\d+))?\/([^:/@]+)(?:@(\d+))?(?::|$)/.exec(text);
  if (repo !== null) {
    const [, name = '', nameId, project = '', projectId] = repo;
    found['repository'] = `${name}/${project}`;
    found['repository_owner'] = name;
    if (nameId !== undefined) found['repository_owner_id'] = nameId;
    if (projectId !== undefined) found['repository_id'] = projectId;
  }
  for (const claim of [
    'ref',
    'environment',
    'repository_id',
    'repository_owner_id',
    'actor',
    'actor_id',
    'job_workflow_ref',
  ]) {
    const value = new RegExp(`(?:^|:)${claim}:([^:]*)`).exec(text)?.[1];
    if (value !== undefined) found[claim] = value;
  }
  return found;
}

const one = (...template: Template): Grammar => ({ forms: [template] });
const claims: Readonly<Record<string, Claim>> = {
  actor: { value: person },
  actor_id: { value: personId },
  enterprise_id: { value: ownerId, optional: true },
  environment: { value: slot('free', /^.{1,255}$/, 'unlisted'), optional: true },
  job_workflow_ref: { value: one(...workflow), optional: true },
  ref: { value: ref },
  repository: { value: one(...names) },
  repository_id: { value: repositoryId },
  repository_owner_id: { value: ownerId },
  workflow: { value: slot('free', /^.+$/, 'unlisted') },
};

export const github: SharedIssuer = {
  name: 'GitHub Actions',
  docs,
  sharing: 'shared',
  hosts: ['token.actions.githubusercontent.com', 'vstoken.actions.githubusercontent.com'],
  subject,
  claims,
  unlisted: {
    enterprise: { value: enterprise, optional: true },
    repository_owner: { value: owner },
    workflow_ref: { value: one(...workflow) },
  },
  implied,
};

/** Issuers of one enterprise: by its slug, on its own domain, or on its own server. */
export const githubOfOne: readonly OwnIssuer[] = [
  {
    name: 'GitHub Actions of one enterprise',
    docs: `${docs}#customizing-the-issuer-value-for-an-enterprise`,
    sharing: 'own',
    host: /^token\.actions\.githubusercontent\.com\/[^/]+$/,
    subject,
  },
  {
    name: 'GitHub Actions of one enterprise',
    docs: `${docs}#substituted-values-on-ghecom`,
    sharing: 'own',
    host: /^token\.actions\.[a-z0-9-]+\.ghe\.com(?:\/[^/]+)?$/,
    subject,
  },
  {
    name: 'GitHub of one enterprise',
    // a prefix of condition keys; the page says no more than that each enterprise has its own
    docs: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html',
    sharing: 'own',
    host: /^github\.com\/enterprises\/[^/]+$/,
    subject,
  },
  {
    name: 'GitHub Enterprise Server',
    docs: 'https://docs.github.com/en/enterprise-server@latest/actions/reference/security/oidc',
    sharing: 'own',
    host: /\/_services\/token$/,
    subject,
  },
];

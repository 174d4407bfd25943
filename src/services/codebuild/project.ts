import type { Project, ProjectArtifacts, ProjectSource } from '@aws-sdk/client-codebuild';
import type { Api } from '../../aws/api.ts';
import { MalformedAnswer } from '../../aws/errors.ts';
import { resource } from '../../inventory/resource.ts';
import { Withheld } from '../../inventory/withheld.ts';
import { namedCredentials } from '../../secrets/named-credentials.ts';
import type { NamedValue } from '../../secrets/find.ts';
import { findSecrets } from '../../secrets/find.ts';
import { codebuild } from './service.ts';
import { credentialsIn } from './source-url.ts';

/**
 * What Security Hub's CodeBuild.2 looks for
 * (https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-2).
 */
const credentialNames = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];

export const project = resource(codebuild, 'AWS::CodeBuild::Project', {
  calls: ['ListProjects', 'BatchGetProjects'],
  often: { BatchGetProjects: 'per 100 projects' },
  async *list(api) {
    yield* (await projectsOf(api)).items;
  },
}).facets((facet) => ({
  /** Secrets in the plain-text environment variables: kinds and names, no values. */
  environmentSecrets: facet({
    calls: ['ListProjects', 'BatchGetProjects'],
    often: { ListProjects: 'once', BatchGetProjects: 'per 100 projects' },
    async read(api, { arn }) {
      const values = (await projectsOf(api)).variables.take(arn);
      const found = await findSecrets(values);
      return { variables: values.length, secrets: [...found, ...namedCredentials(values, credentialNames, found)] };
    },
  }),
  /** Which sources have sign-in credentials in their URL: their identifiers and the kinds, no URL. */
  sourceSecrets: facet({
    calls: ['ListProjects', 'BatchGetProjects'],
    often: { ListProjects: 'once', BatchGetProjects: 'per 100 projects' },
    async read(api, { arn }) {
      const sources = (await projectsOf(api)).sources.take(arn);
      const found = await Promise.all(
        sources.map(async ({ name, url }) => ({ source: name, kind: await credentialsIn(url) })),
      );
      return found.flatMap(({ source, kind }) => (kind === undefined ? [] : { source, kind }));
    },
  }),
}));

interface Source {
  /** `primary`, or the identifier of a secondary source. */
  readonly name: string;
  readonly url: string;
}

/** The list and the projects' details: asked once per region. */
function projectsOf(api: Api<typeof import('@aws-sdk/client-codebuild'), 'ListProjects' | 'BatchGetProjects'>) {
  return api.once('projects', async () => {
    const variables = new Withheld<readonly NamedValue[]>();
    const sources = new Withheld<readonly Source[]>();
    const items = [];
    // A page has as many names as BatchGetProjects takes: 100.
    for await (const { projects: names } of api.pages('ListProjects')) {
      if (names === undefined || names.length === 0) continue;
      const { projects } = await api.call('BatchGetProjects', { names });
      if (projects === undefined) throw new MalformedAnswer('BatchGetProjects gives no projects');
      for (const each of projects) {
        if (each.name === undefined || each.arn === undefined) continue;
        if (!variables.put(each.arn, plainVariables(each))) continue;
        sources.put(each.arn, sourcesOf(each));
        const tags = Object.fromEntries((each.tags ?? []).map(({ key = '', value = '' }) => [key, value]));
        items.push({ id: each.name, arn: each.arn, tags, ...settingsOf(each) });
      }
    }
    return { items, variables, sources };
  });
}

/** What is judged of how it builds. */
function settingsOf({ artifacts, secondaryArtifacts, encryptionKey, environment, logsConfig, ...rest }: Project) {
  const all = [artifacts, ...(secondaryArtifacts ?? [])].filter((one) => one !== undefined); // https://docs.aws.amazon.com/codebuild/latest/APIReference/API_Project.html
  return {
    artifacts: artifactsOf(all),
    /** Without one it is the AWS managed key of S3: https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html */
    keyId: encryptionKey,
    privileged: environment?.privilegedMode,
    visibility: rest.projectVisibility,
    buildspec: buildspecOf(rest.source),
    // "CloudWatch Logs are enabled by default", "S3 logs are not": https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html
    logs: (logsConfig?.cloudWatchLogs?.status ?? 'ENABLED') === 'ENABLED' || logsConfig?.s3Logs?.status === 'ENABLED',
    /** How logs are kept in S3. "By default S3 build logs are encrypted": https://docs.aws.amazon.com/codebuild/latest/APIReference/API_S3LogsConfig.html */
    s3Logs:
      logsConfig?.s3Logs?.status === 'ENABLED'
        ? logsConfig.s3Logs.encryptionDisabled === true
          ? ('open' as const)
          : ('encrypted' as const)
        : ('none' as const),
    /** What starts builds; undefined without a webhook. */
    filters: rest.webhook?.filterGroups?.flat().map(({ type, pattern, excludeMatchedPattern }) => ({
      type,
      pattern,
      excludes: excludeMatchedPattern === true,
    })),
  };
}

/** `none` are kept, or a pipeline takes them; `open`: of some the encryption is turned off. */
function artifactsOf(all: readonly ProjectArtifacts[]): 'none' | 'open' | 'encrypted' {
  const kept = all.filter(({ type }) => type === 'S3');
  if (kept.length === 0) return 'none';
  return kept.some(({ encryptionDisabled }) => encryptionDisabled === true) ? 'open' : 'encrypted';
}

/**
 * Where the build's commands stand: in the project, in a bucket, or in the source, where whoever changes that changes them.
 * https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectSource.html
 */
function buildspecOf(source: ProjectSource | undefined): 'project' | 'bucket' | 'source' | undefined {
  if (source === undefined) return undefined;
  const { buildspec = '' } = source;
  if (buildspec.startsWith('arn:')) return 'bucket';
  return /\n|^\s*\{|version\s*:/.test(buildspec) ? 'project' : 'source';
}

/**
 * Variables of the other types hold the name of a parameter or a secret; without a type a variable is PLAINTEXT
 * (https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html).
 */
function plainVariables({ environment }: Project): NamedValue[] {
  return (environment?.environmentVariables ?? [])
    .filter(({ type }) => type === undefined || type === 'PLAINTEXT')
    .map(({ name = '', value = '' }) => ({ name, value }));
}

function sourcesOf({ source, secondarySources }: Project): Source[] {
  const all: [string, ProjectSource | undefined][] = [
    ['primary', source],
    ...(secondarySources ?? []).map((each): [string, ProjectSource] => [each.sourceIdentifier ?? 'secondary', each]),
  ];
  return all.flatMap(([name, each]) => (each?.location === undefined ? [] : { name, url: each.location }));
}

export const artifactEncryption = {
  at: 'artifacts',
  is: { open: 'none', encrypted: 'kms', none: 'aws' },
  unsaid: undefined,
  key: 'keyId',
  what: 'its artifacts',
} as const;

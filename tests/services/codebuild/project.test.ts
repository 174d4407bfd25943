import { describe, expect, it } from 'vitest';
import { project } from '../../../src/services/codebuild/project.ts';
import { credentialsIn } from '../../../src/services/codebuild/source-url.ts';
import { expectNoSecret, planted } from '../../helpers/planted.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';

const arn = (name: string): string => `arn:aws:codebuild:eu-west-1:111122223333:project/${name}`;
const given = (name: string, more: object = {}) => ({
  name,
  arn: arn(name),
  source: { type: 'NO_SOURCE' },
  environment: { type: 'LINUX_CONTAINER', environmentVariables: [] },
  created: new Date(0),
  ...more,
});
const withVariables = (...environmentVariables: object[]) => given('a', { environment: { environmentVariables } });
const answers = (...projects: object[]) => ({
  ListProjects: { projects: ['a'] },
  BatchGetProjects: { projects, projectsNotFound: [] },
});

describe('AWS::CodeBuild::Project', () => {
  it('lists the projects of every page, asks once for each, and keeps no variable or source in the items', async () => {
    const { records, sent } = await collectType(project, ['environmentSecrets', 'sourceSecrets'], {
      ListProjects: ({ nextToken }: { nextToken?: string }) =>
        nextToken === undefined ? { projects: ['a', 'b'], nextToken: 'more' } : { projects: ['c', 'gone'] },
      BatchGetProjects: ({ names }: { names: string[] }) => ({
        projects: names
          .filter((name) => name !== 'gone')
          .map((name) => given(name, { tags: [{ key: 'k', value: 'v' }] })),
      }),
    });
    expect(records.map(({ item }) => item)).toEqual(
      ['a', 'b', 'c'].map((name) => ({
        artifacts: 'none',
        buildspec: 'source',
        logs: true,
        s3Logs: 'none',
        id: name,
        arn: arn(name),
        tags: { k: 'v' },
      })),
    );
    expect(sent.map(({ operation }) => operation)).toEqual([
      'ListProjects',
      'BatchGetProjects',
      'ListProjects',
      'BatchGetProjects',
    ]);
  });

  it('names plain-text variables that hold secrets and keeps no value', async () => {
    const { records } = await collectType(
      project,
      ['environmentSecrets'],
      answers(
        withVariables(
          { name: 'DB_PASSWORD', value: planted.password, type: 'PLAINTEXT' },
          { name: 'NPM', value: planted.githubToken },
          { name: 'OTHER_PASSWORD', value: 'prod/db:password', type: 'SECRETS_MANAGER' },
          { name: 'API_PASSWORD', value: '/prod/api-password-1', type: 'PARAMETER_STORE' },
          { name: 'STAGE', value: 'prod', type: 'PLAINTEXT' },
        ),
      ),
    );
    expect(records[0]?.outcomes['environmentSecrets']).toMatchObject({
      value: {
        variables: 3,
        secrets: [
          { kind: 'password', where: { name: 'DB_PASSWORD' } },
          { kind: 'github-token', where: { name: 'NPM' } },
        ],
      },
    });
    expectNoSecret(JSON.stringify(records));
  });

  it('judges access keys by the name of the variable, once', async () => {
    const { records } = await collectType(
      project,
      ['environmentSecrets'],
      answers(
        withVariables(
          { name: 'AWS_ACCESS_KEY_ID', value: 'mykey1', type: 'PLAINTEXT' },
          { name: 'AWS_SECRET_ACCESS_KEY', value: planted.awsSecretKey, type: 'PLAINTEXT' },
        ),
      ),
    );
    expect(records[0]?.outcomes['environmentSecrets']).toMatchObject({
      value: {
        secrets: [
          { kind: 'aws-secret-access-key', where: { name: 'AWS_SECRET_ACCESS_KEY' } },
          { kind: 'credentials', where: { name: 'AWS_ACCESS_KEY_ID' } },
        ],
      },
    });
    expectNoSecret(JSON.stringify(records));
  });

  it('names the sources whose URL has credentials and keeps no URL', async () => {
    const { records } = await collectType(
      project,
      ['sourceSecrets'],
      answers(
        given('a', {
          source: { type: 'BITBUCKET', location: `https://me:${planted.password}@bitbucket.org/team/repo.git` },
          secondarySources: [
            { type: 'GITHUB', location: 'https://github.com/team/repo.git', sourceIdentifier: 'clean' },
            { type: 'GITHUB', location: `https://${planted.githubToken}@github.com/a/b`, sourceIdentifier: 'token' },
          ],
        }),
      ),
    );
    expect(records[0]?.outcomes['sourceSecrets']).toEqual({
      kind: 'present',
      value: [
        { source: 'primary', kind: 'url-credentials' },
        { source: 'token', kind: 'github-token' },
      ],
    });
    expectNoSecret(JSON.stringify(records));
  });

  it.each([
    ['denied', awsError('AccessDeniedException', 'no', 400), 'denied'],
    ['empty', {}, 'failed'],
  ])('lists nothing when the details are %s', async (_what, answer, kind) => {
    const { gap } = await collectType(project, [], { ListProjects: { projects: ['a'] }, BatchGetProjects: answer });
    expect(gap).toMatchObject({ kind, actions: ['codebuild:ListProjects', 'codebuild:BatchGetProjects'] });
  });

  it('asks for no details where there is no project', async () => {
    const { records, sent } = await collectType(project, [], { ListProjects: { projects: [] } });
    expect(records).toEqual([]);
    expect(sent).toHaveLength(1);
  });
});

describe('the credentials in a source location', () => {
  it.each([
    ['https://bitbucket.org/team/repo.git', undefined],
    ['https://me@bitbucket.org/team/repo.git', undefined],
    ['https://me:${TOKEN}@bitbucket.org/team/repo.git', undefined],
    ['https://me:@bitbucket.org/team/repo.git', undefined],
    [`https://me:${['hunt', 'er22'].join('')}@bitbucket.org/team/repo.git`, 'url-credentials'],
    [`https://x-token-auth:${['50%', 'off99'].join('')}@bitbucket.org/team/repo.git`, 'url-credentials'],
    ['my-bucket/path/source.zip', undefined],
    ['', undefined],
  ])('of %j are %s', async (location, expected) => {
    expect(await credentialsIn(location)).toBe(expected);
  });
});

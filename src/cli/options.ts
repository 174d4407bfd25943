import type { Role } from '../aws/credentials/types.ts';
import { categories, severities } from '../engine/severity.ts';
import { groupings, ocsfVersions } from '../engine/reporter.ts';
import { AuditError } from '../program/errors.ts';
import type { Values } from './door/options.ts';
import { checked, flag, list, number, text, word, words } from './door/options.ts';

/** A role, by its ARN. */
export const roleOption = (describe: string): ReturnType<typeof text> =>
  checked(text(describe), (role, name) => {
    if (!/^arn:[\w-]+:iam::\d{12}:role\/.+$/.test(role))
      throw new AuditError('usage', `${name}: ${role} is not the ARN of a role`, {
        hint: 'It looks like arn:aws:iam::111122223333:role/audit.',
      });
  });

/** The number of an account. */
export const accountOption = (describe: string): ReturnType<typeof text> =>
  checked(text(describe), (account, name) => {
    if (!/^\d{12}$/.test(account)) throw new AuditError('usage', `${name}: ${account} is not the number of an account`);
  });

/** Statuses as people call them. */
export const shownStatuses = ['failed', 'unknown', 'manual', 'accepted', 'passed'] as const;

/** What the table shows instead of one screen. */
export const tableOptions = {
  groupBy: word(groupings, 'Print every finding by resource, check, service, region or cause'),
  only: words(shownStatuses, 'Print only what failed, is unknown, manual, accepted or passed'),
  top: number('So many causes or groups instead of a screen'),
};

/** Options of every command that calls AWS. */
export const awsOptions = {
  profile: text('Profile of the AWS configuration files'),
  region: list('Regions, globs allowed (default: all enabled)'),
  roleArn: roleOption('Role to assume'),
  externalId: text('External id for --role-arn'),
  endpointUrl: checked(text('Send every call there, e.g. to an emulator'), (endpoint) => {
    if (!(URL.canParse(endpoint) && /^https?:/i.test(endpoint)))
      throw new AuditError('usage', `--endpoint-url: ${endpoint} is no http or https address`, {
        hint: 'Write it as http://localhost:4566.',
      });
  }),
  sdkClient: flag('', { hidden: true }),
  maxRate: number('Requests per second, over everything'),
  timeout: number('Stop the run after so many seconds, keep what was read'),
};
export type AwsOptions = Values<typeof awsOptions>;

/** Whether another service's inventory is believed of what a region does not have; a scan lists everything unless it is given. */
export const regionProof = flag("Do not list in a region what Resource Explorer's index proves not to be there");

/** How AWS is reached. */
export const connectionOf = ({ profile, endpointUrl, region, maxRate, sdkClient }: Partial<AwsOptions>) => {
  return { profile, endpointUrl, regions: region, maxRate, sdkClients: sdkClient };
};

/** The role to assume. @throws AuditError `usage` */
export function roleOf({ roleArn, externalId }: Partial<AwsOptions>): Role | undefined {
  if (roleArn !== undefined) return { roleArn, externalId };
  if (externalId === undefined) return undefined;
  throw new AuditError('usage', '--external-id goes with --role-arn, which is missing');
}

/** Options that choose checks. */
export const selectOptions = {
  service: list('Only checks of these services'),
  check: list('Only these checks, globs allowed'),
  excludeCheck: list('All but these checks, globs allowed'),
  severity: words(severities, 'Only these severities, e.g. critical,high'),
  category: words(categories, 'Only these categories (security, cost_optimization, …)'),
  framework: list('Only checks of these frameworks, e.g. cis_7.0'),
};
export type SelectOptions = Values<typeof selectOptions>;

/** Options that name files of the user's own. */
export const configOptions = {
  config: text('Configuration (default: ./audit.config.yaml, json or ts)'),
  suppressions: text('File of accepted findings'),
  attestations: text('File of what persons vouch for'),
  checks: list('Folder of custom checks'),
  pack: list('Pack of checks: a package, or a folder (./acme)'),
};
export type ConfigOptions = Values<typeof configOptions>;

/** Which of several versions a format is written in. */
export const ocsfVersion = word(ocsfVersions, `Version of OCSF of ocsf and ocsf-parquet (default: ${ocsfVersions[0]})`);

/** For spreadsheets that take a file without one for text of the system's own code page. */
export const csvBom = flag('Begin CSV with a byte order mark, for Excel');

/** For what takes less of it than a step's summary does. */
export const markdownSize = number('Bytes of Markdown at most, e.g. 65536 for a comment on GitHub (default: 900000)');

/** Options about what is printed while running. */
export const talkOptions = {
  quiet: flag('Print results and errors only', { alias: 'q' }),
  verbose: flag('Log every call to stderr', { alias: 'v' }),
  color: flag('Colours; --no-color or NO_COLOR turns them off'),
};
export type TalkOptions = Values<typeof talkOptions>;

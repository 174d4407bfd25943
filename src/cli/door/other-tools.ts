/** What options of Prowler are here, for whoever comes from there. https://docs.prowler.com/getting-started/basic-usage/prowler-cli */
const prowler: Readonly<Record<string, string>> = {
  M: '--format',
  'output-formats': '--format',
  'output-modes': '--format',
  F: '--output',
  'output-filename': '--output',
  'output-directory': '--output',
  compliance: '--framework',
  'list-checks': '`audit checks list`',
  'list-checks-json': '`audit checks list --format json`',
  'list-compliance': '`audit frameworks list`',
  'list-compliance-requirements': '`audit frameworks show KEY`',
  'list-services': '`audit checks list`',
  l: '`audit checks list`',
  c: '--check',
  e: '--exclude-check',
  'excluded-check': '--exclude-check',
  'excluded-checks': '--exclude-check',
  s: '--service',
  services: '--service',
  p: '--profile',
  'filter-region': '--region',
  R: '--role-arn',
  role: '--role-arn',
  I: '--external-id',
  T: '--timeout',
  'session-duration': 'nothing: credentials are renewed',
  w: '--suppressions',
  'mutelist-file': '--suppressions',
  x: '--checks',
  'checks-folder': '--checks',
  'config-file': '--config',
  'resource-tag': '--tag',
  'resource-tags': '--tag',
  z: '--fail-on none',
  'ignore-exit-code-3': '--fail-on none',
  b: '--quiet',
  'no-banner': '--quiet',
  'log-level': '--verbose',
  'only-logs': '--verbose',
  fixer: 'nothing: audit changes nothing, `audit explain` says how to',
  status: '--only',
};

/** What does here what an option does in another tool, e.g. `--framework`; undefined where there is none such. @param option without dashes */
export const hereFor = (option: string): string | undefined =>
  Object.hasOwn(prowler, option) ? prowler[option] : undefined;

/** What to say where a format looks like a region: `-f` is Prowler's filter for regions. */
export const hintForFormat = (value: string): string | undefined =>
  /^[a-z]{2,4}(-[a-z]+)+-\d$/.test(value) ? `Regions are chosen by --region ${value} (Prowler's -f).` : undefined;

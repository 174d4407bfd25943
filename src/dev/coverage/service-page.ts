import { type Check, scopeOf } from '../../engine/check.ts';
import { requirementsOf } from '../../engine/frameworks.ts';
import type { NotLive } from '../../engine/not-live.ts';
import { actionsOfPlan, planFor } from '../../inventory/plan.ts';

/** What docs/checks needs of the project. */
export interface Catalogue {
  readonly checks: readonly Check[];
  readonly notLive: readonly NotLive[];
}

/** Services with a check or a control, by name. */
export const servicesOf = ({ checks, notLive }: Catalogue): string[] =>
  [...new Set([...checks, ...notLive].map(({ service }) => service))].sort();

const tierNames = ['', 'first', 'second', 'third'];

/** docs/checks/README.md: the services in numbers. */
export function indexPage(catalogue: Catalogue): string {
  const { checks, notLive } = catalogue;
  return [
    '# Every check',
    '',
    'A page a service: what each check looks at and why, which calls it makes, how to fix what it finds, which requirements it is part of and',
    'what other tools call it; and the controls that have no check yet. `npm run coverage` writes these pages from the checks and `catalogue/`.',
    'In a terminal: `audit checks show ID`.',
    '',
    '| service | checks | not yet | of these in the first tier |',
    '|---|---:|---:|---:|',
    ...servicesOf(catalogue).map((service) => {
      const open = notLive.filter((each) => each.service === service);
      const live = checks.filter((each) => each.service === service).length;
      return `| [${service}](${service}.md) | ${live} | ${open.length} | ${open.filter(({ tier }) => tier === 1).length} |`;
    }),
    `| all | ${checks.length} | ${notLive.length} | ${notLive.filter(({ tier }) => tier === 1).length} |`,
    '',
  ].join('\n');
}

/** docs/checks/SERVICE.md: its checks, and the controls without one. */
export function servicePage(service: string, { checks, notLive }: Catalogue): string {
  const own = checks.filter((check) => check.service === service);
  const open = notLive.filter((each) => each.service === service);
  return [
    `# ${service}`,
    '',
    '[All services](README.md)',
    ...(own.length < 2 ? [] : ['', '| severity | check | |', '|---|---|---|', ...own.map(rowOf)]),
    ...own.flatMap(section),
    ...(open.length === 0
      ? []
      : [
          '',
          '## Not covered yet',
          '',
          '| control | severity | tier | why |',
          '|---|---|---|---|',
          ...open.map(
            ({ id, severity, tier, reason }) => `| \`${id}\` | ${severity} | ${tierNames[tier]} | ${inCell(reason)} |`,
          ),
        ]),
    '',
  ].join('\n');
}

const rowOf = ({ id, title, severity }: Check): string => `| ${severity} | [${id}](#${id}) | ${inCell(title)} |`;

function section(check: Check): string[] {
  const { id, title, severity, category, resource, risk, fix, settings, same, references, formerly } = check;
  const requirements = requirementsOf(id);
  const bullets: readonly (readonly [name: string, values: readonly string[]])[] = [
    ['Was called', formerly],
    ['Requirements', requirements],
    ...Object.entries(same).map(([tool, names]) => [toolNames[tool] ?? tool, names] as const),
  ];
  return [
    '',
    `## ${id}`,
    '',
    `**${plain(title)}.** ${severity} · ${category.replaceAll('_', ' ')} · ${resource.type}, a finding for each ${scopeOf(check)}`,
    '',
    plain(risk),
    '',
    `**Evidence**: ${actionsOfPlan(planFor([check]))
      .map((action) => `\`${action}\``)
      .join(', ')}`,
    '',
    `**Fix**: ${plain(fix.text)}${fix.exact === undefined ? '' : ' The commands of a finding are those that fit what was observed.'}`,
    ...fenced('sh', fix.cli),
    ...fenced('hcl', fix.terraform),
    ...(Object.keys(settings).length === 0
      ? []
      : [
          '',
          '**Settings**',
          '',
          ...Object.entries(settings).map(
            ([name, { describe, default: value }]) => `- \`${name}\` (${JSON.stringify(value)}): ${plain(describe)}`,
          ),
        ]),
    '',
    ...bullets
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) => `- ${name}: ${values.map(plain).join(', ')}`),
    ...references.map((url) => `- <${url}>`),
  ];
}

const toolNames: Readonly<Record<string, string>> = {
  prowler: 'Prowler',
  securityhub: 'Security Hub',
  cloudsploit: 'CloudSploit',
  trustedadvisor: 'Trusted Advisor',
};

const fenced = (language: string, text: string | undefined): string[] =>
  text === undefined ? [] : ['', `\`\`\`${language}`, text, '```'];

/** Text in which nothing is markup. */
const plain = (text: string): string => text.replaceAll(/[\\<>*[\]`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&');
const inCell = (text: string): string => plain(text).replaceAll('|', '\\|').replaceAll('\n', ' ');

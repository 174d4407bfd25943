import { controlsOf, namesOf } from './tools.ts';
import { checksCalled } from './live.ts';
import type { Left } from './mutelist.ts';

/** What a call of Prowler is here. */
export interface Call {
  /** As it stands in the file. */
  readonly from: string;
  /** Words after `audit`. */
  readonly words: readonly string[];
  readonly left: readonly Left[];
}

interface Known {
  /** Ids of checks that are live. */
  readonly live: ReadonlySet<string>;
  /** Keys of frameworks. */
  readonly frameworks: readonly string[];
  /** Names of formats. */
  readonly formats: readonly string[];
}

/** How the values of an option are said here; a text is why they cannot be. */
type Rule = (values: readonly string[], known: Known) => { words?: readonly string[]; why?: readonly string[] };

const same =
  (option: string): Rule =>
  (values) => ({ words: values.flatMap((value) => [option, value]) });
const not =
  (why: string): Rule =>
  () => ({ why: [why] });
const alone =
  (...words: string[]): Rule =>
  () => ({ words });

const checksBy =
  (option: string): Rule =>
  (values, { live }) => {
    const { ids, left } = checksCalled(values, live);
    return { words: ids.flatMap((id) => [option, id]), why: left.map(({ name, why }) => `${name}: ${why}`) };
  };

const services: Rule = (values, { live }) => {
  const of = (name: string): string[] => {
    const start = `${name === 'lambda' ? 'awslambda' : name}_`;
    const ids = namesOf('prowler')
      .filter((each) => each.startsWith(start))
      .flatMap((each) => controlsOf('prowler', each));
    return [...new Set(ids.filter((id) => live.has(id)).map((id) => id.slice(0, id.indexOf('-'))))].sort();
  };
  return {
    words: [...new Set(values.flatMap(of))].flatMap((name) => ['--service', name]),
    why: values.filter((name) => of(name).length === 0).map((name) => `${name}: no check yet of such a service`),
  };
};

const frameworks: Rule = (values, known) => {
  const keyOf = (name: string): string | undefined => {
    const plain = name.replace(/_aws$/, '');
    return known.frameworks.find((key) => key === name || key === plain);
  };
  return {
    words: values.flatMap((name) => keyOf(name) ?? []).flatMap((key) => ['--framework', key]),
    why: values.filter((name) => keyOf(name) === undefined).map((name) => `${name}: no framework of this name`),
  };
};

const formats: Rule = (values, known) => {
  const keyOf = (name: string): string | undefined =>
    known.formats.find((key) => key === ({ 'json-ocsf': 'ocsf', 'json-asff': 'asff' }[name] ?? name));
  return {
    words: values.flatMap((name) => keyOf(name) ?? []).flatMap((key) => ['--format', key]),
    why: values.filter((name) => keyOf(name) === undefined).map((name) => `${name}: no format of this name`),
  };
};

const statuses: Readonly<Record<string, string>> = { FAIL: 'failed', PASS: 'passed', MANUAL: 'manual' };
const status: Rule = (values) => ({
  words: values.flatMap((each) => {
    const name = statuses[each.toUpperCase()];
    return name === undefined ? [] : ['--only', name];
  }),
  why: values.filter((each) => statuses[each.toUpperCase()] === undefined),
});

const noneNeeded = not('not needed here');

/** Prowler's options by every name. https://docs.prowler.com/getting-started/basic-usage/prowler-cli */
const rules: Readonly<Record<string, Rule>> = {
  ...named(same('--profile'), '-p', '--profile'),
  ...named(same('--role-arn'), '-R', '--role'),
  ...named(same('--external-id'), '-I', '--external-id'),
  ...named(same('--region'), '-f', '--region', '--filter-region'),
  ...named(not('name the regions that are wanted with --region'), '--excluded-region', '--excluded-regions'),
  ...named(checksBy('--check'), '-c', '--check', '--checks'),
  ...named(checksBy('--exclude-check'), '-e', '--excluded-check', '--excluded-checks'),
  ...named(services, '-s', '--service', '--services'),
  ...named(not('name the services that are wanted with --service'), '--excluded-service', '--excluded-services'),
  ...named(same('--severity'), '--severity', '--severities'),
  ...named(frameworks, '--compliance'),
  ...named(not("Prowler's categories are not ours: `audit checks list` shows them"), '--category', '--categories'),
  ...named(formats, '-M', '--output-formats', '--output-modes'),
  ...named(same('--output'), '-o', '--output-directory'),
  ...named(not('files are named by their format; --output takes one name too'), '-F', '--output-filename'),
  ...named(
    (values) => ({
      words: ['--suppressions', 'audit.suppressions.yaml'],
      why: values.map(
        (file) => `${file}: first \`audit migrate prowler ${file} --owner NAME -o audit.suppressions.yaml\``,
      ),
    }),
    '-w',
    '--mutelist-file',
    '--allowlist-file',
  ),
  ...named(
    (values) => ({
      why: values.map((file) => `${file}: \`audit migrate prowler ${file}\` says which checks these are here`),
    }),
    '-C',
    '--checks-file',
  ),
  ...named(not('own checks are written anew: `audit checks` takes a folder with --checks'), '-x', '--checks-folder'),
  ...named(same('--tag'), '--resource-tags', '--resource-tag'),
  ...named(same('--resource-arn'), '--resource-arn'),
  ...named(status, '--status'),
  ...named(alone('--fail-on', 'none'), '-z', '--ignore-exit-code-3'),
  ...named(alone('--verbose'), '--verbose'),
  ...named(
    noneNeeded,
    '-b',
    '--no-banner',
    '--no-color',
    '-T',
    '--session-duration',
    '--mfa',
    '--log-level',
    '--only-logs',
  ),
  ...named(not('`audit init` writes a configuration of ours'), '--config-file'),
  ...named(
    not('nothing is sent to Security Hub yet'),
    '-S',
    '--security-hub',
    '--send-sh-only-fails',
    '--skip-sh-update',
  ),
  ...named(not('nothing is ever changed: `audit explain` says how to'), '--fixer', '--fixers'),
};

function named(rule: Rule, ...names: string[]): Record<string, Rule> {
  return Object.fromEntries(names.map((name) => [name, rule]));
}

/** Options without a value: what follows is not theirs. */
const bare = new Set([
  '-z',
  '-b',
  '-S',
  '--ignore-exit-code-3',
  '--no-banner',
  '--verbose',
  '--mfa',
  '--only-logs',
  '--security-hub',
]);

/** Every call of Prowler for AWS in a script, a workflow or a line of a shell. */
export function callsIn(text: string, known: Known): Call[] {
  const lines = text.replaceAll(/\\\r?\n/g, ' ').split(/\r?\n/);
  return lines.flatMap((line) =>
    [...line.matchAll(/(?:^|[\s;&|"'`/:])prowler(?:\.py)?(?:\s+aws)?((?:\s+[^;&|]*)?)(?=$|[;&|])/g)].flatMap(
      ([whole, rest = '']): Call[] => {
        const words = wordsOf(rest);
        // another provider, or no call
        if (words.length > 0 && !words[0]?.startsWith('-')) return [];
        return [{ from: whole.replace(/^[\s;&|"'`/:]/, '').trim(), ...translated(words, known) }];
      },
    ),
  );
}

function translated(words: readonly string[], known: Known): Pick<Call, 'words' | 'left'> {
  const out: string[] = [];
  const left: Left[] = [];
  for (let at = 0; at < words.length; at++) {
    const [option = '', inline] = (words[at] ?? '').split(/=(.*)/s, 2);
    if (!option.startsWith('-')) {
      left.push({ what: option, why: 'no option of Prowler' });
      continue;
    }
    const takes = inline === undefined && !bare.has(option);
    const end = takes ? words.findIndex((word, i) => i > at && word.startsWith('-')) : at + 1;
    const values = inline === undefined ? words.slice(at + 1, end === -1 ? words.length : end) : [inline];
    if (inline === undefined) at += values.length;
    const rule = Object.hasOwn(rules, option) ? rules[option] : undefined;
    const { words: said = [], why = [] } = rule?.(values, known) ?? { why: ['no counterpart'] };
    out.push(...said);
    left.push(...why.map((each) => ({ what: [option, ...values].join(' '), why: each })));
  }
  return { words: out, left };
}

/** Words as a shell splits them: quotes hold blanks together. */
const wordsOf = (text: string): string[] =>
  [...text.matchAll(/(?:"([^"]*)"|'([^']*)'|([^\s"'`]+))/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );

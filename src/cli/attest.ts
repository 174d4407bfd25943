import { needsPerson } from '../compliance/person.ts';
import type { Attested } from '../engine/compliance.ts';
import type { Framework } from '../engine/frameworks.ts';
import { AuditError } from '../program/errors.ts';
import { isDay } from '../text/day.ts';
import { toJson } from '../text/escape.ts';
import { columns, count } from './columns.ts';
import { weighedOn } from './compliance.ts';
import { command, format, list, text, word } from './door/options.ts';
import { configOptions } from './options.ts';
import { writeStdout } from './output.ts';
import { setUp } from './setup.ts';

const day = 86_400_000;

export default command({
  usage: 'attest <action> [file]',
  args: {
    action: word(['init', 'check'], 'init: write a file to fill in; check: say which count'),
    file: text('For check: the file (default: that of the configuration)'),
  },
  options: {
    ...configOptions,
    framework: list('For init: keys or files of frameworks'),
    now: text('Judge as of this day, e.g. 2026-01-31'),
    format: format('table', 'json'),
  },
  examples: [
    ['audit attest init --framework cis_7.0 > attestations.yaml', 'what needs a person, to be filled in'],
    ['audit attest check attestations.yaml', 'exit code 1 when one does not count any more'],
    ['audit --framework cis_7.0 --attestations attestations.yaml', ''],
  ],

  async run({ action, file, framework, now, format: as, ...options }) {
    if (now !== undefined && (Number.isNaN(Date.parse(now)) || !isDay(now)))
      throw new AuditError('usage', `--now: ${now} is not a date`, { hint: 'Write it as 2026-01-31.' });
    const clock = now === undefined ? Date.now() : Date.parse(now);
    const given = { ...options, framework, ...(file === undefined ? {} : { attestations: file }) };
    const { attestations, selection } = await setUp(given);
    const frameworks = selection.frameworks ?? [];
    if (action === 'init') {
      if (frameworks.length === 0)
        throw new AuditError('usage', 'attest init needs --framework', {
          hint: 'Run `audit frameworks list` to see them all.',
        });
      await writeStdout(template(frameworks, clock));
      return 0;
    }
    if (attestations.length === 0)
      throw new AuditError('usage', 'there are no attestations to check', {
        hint: 'Name a file: `audit attest check attestations.yaml`; `audit attest init` writes one.',
      });
    const weighed = await weighedOn({ attestations }, frameworks, clock);
    const counting = [...(weighed?.attested ?? [])].flatMap(([key, own]) =>
      [...own].map(([id, told]) => ({ requirement: `${key}:${id}`, state: 'counts', ...told })),
    );
    const not = [...(weighed?.notices ?? [])].flatMap(([key, all]) =>
      all.map(({ requirement, kind, ...told }) => ({ requirement: `${key}:${requirement}`, state: kind, ...told })),
    );
    await writeStdout(as === 'json' ? [`${toJson([...counting, ...not], 2)}\n`] : shown([...counting, ...not]));
    return not.length === 0 ? 0 : 1;
  },
});

interface Row extends Attested {
  readonly requirement: string;
  readonly state: string;
  readonly why?: string;
}

function* shown(rows: readonly Row[]): Generator<string> {
  yield* columns(
    ['REQUIREMENT', 'WHO', 'UNTIL', 'STATE'],
    rows.map(({ requirement, who, validUntil, state, why }) => [
      requirement,
      who,
      validUntil,
      why === undefined ? state : `${state}: ${why}`,
    ]),
  );
  yield `\n${count(rows.length, 'attestation')}, ${rows.filter(({ state }) => state !== 'counts').length} of them without effect\n`;
}

/** A file to fill in: every requirement that needs a person, once for each number of the source. */
function* template(frameworks: readonly Framework[], now: number): Generator<string> {
  const [today, end] = [now, now + 365 * day].map((time) => new Date(time).toISOString().slice(0, 10));
  yield `# What persons vouch for. Fill in statement and who, and delete what you do not vouch for: an empty text is refused.
# An attestation counts from the day when to the day validUntil, as long as its evidence is what it was (sha256sum FILE).
# What fails is not met, whoever attests it.
`;
  for (const { key, requirements } of frameworks) {
    const seen = new Set<string>();
    for (const requirement of requirements) {
      const { id, number = id, title = '', awsReport } = requirement;
      if (!needsPerson(requirement) || seen.has(number)) continue;
      seen.add(number);
      const about = awsReport === undefined ? title : `${title} (AWS is responsible: ${awsReport}, in AWS Artifact)`;
      yield `
${about === '' ? '' : `# ${about}\n`}- requirement: ${JSON.stringify(`${key}:${number}`)}
  statement: ''
  who: ''
  when: ${today}
  validUntil: ${end}
  # evidence: evidence/${number.replaceAll(/[^\w.-]/g, '_')}.pdf
  # sha256: ''
`;
    }
  }
}

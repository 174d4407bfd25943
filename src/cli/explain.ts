import { fillShell, fillTerraform, fixValues } from '../../reports/fill.ts';
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import type { Check } from '../engine/check.ts';
import type { Finding } from '../engine/finding.ts';
import { unknownName } from '../engine/select.ts';
import { AuditError, messageOf } from '../errors.ts';
import { wrap } from './columns.ts';
import type { CommandModule } from './commands.ts';
import { block, describeCheck } from './describe-check.ts';
import { configOptions, text } from './options.ts';
import { writeStdout } from './output.ts';
import { setUp } from './setup.ts';

const reportNames = ['audit-report.json', 'audit-report.ndjson'];

const explain: CommandModule = {
  command: 'explain <what>',
  builder: (y) =>
    configOptions(y)
      .positional('what', {
        type: 'string',
        describe: 'Fingerprint of a finding (its beginning is enough), or a check',
      })
      .option('report', {
        type: 'string',
        describe: `Report that holds the finding (default: ${reportNames.join(' or ')})`,
      })
      .example('audit explain iam-root-mfa-enabled', '')
      .example('audit explain 3f2a9c --report findings.json', 'evidence and fix of one finding'),

  async handler(args) {
    const what = text(args, 'what') ?? '';
    const { all } = await setUp({ config: args['config'], checks: args['checks'] });
    const check = all.find((c) => c.id === what || c.formerly.includes(what));
    if (check !== undefined) {
      await writeStdout([describeCheck(check)]);
      return 0;
    }
    if (!/^[0-9a-f]{4,32}$/.test(what))
      throw unknownName(
        'check or finding',
        what,
        all.map((c) => c.id),
        'Give the id of a check, or a fingerprint of at least 4 digits from a report.',
      );
    const finding = await findingOf(what, text(args, 'report'));
    await writeStdout([
      describeFinding(
        finding,
        all.find((c) => c.id === finding.check),
      ),
    ]);
    return 0;
  },
};

export default explain;

async function findingOf(fingerprint: string, given: string | undefined): Promise<Finding> {
  const file = given ?? reportNames.find((name) => existsSync(name));
  if (file === undefined) {
    throw new AuditError('usage', 'no report to look the finding up in', {
      hint: 'Write one with `audit scan --format json --output audit-report.json`, or name it with --report.',
    });
  }
  const matches = (await findingsIn(file)).filter((f) => f.fingerprint.startsWith(fingerprint));
  const [first, second] = matches;
  if (first === undefined) throw new AuditError('usage', `${file}: holds no finding ${fingerprint}`);
  if (second !== undefined)
    throw new AuditError('usage', `${fingerprint} is the beginning of ${matches.length} fingerprints in ${file}`, {
      hint: 'Give more of it.',
    });
  return first;
}

async function findingsIn(file: string): Promise<Finding[]> {
  try {
    const content = await readFile(file, 'utf8');
    if (content.startsWith('{"type":')) {
      const lines = content.split('\n').filter((line) => line.startsWith('{"type":"finding"'));
      return lines.map(
        (line) => (JSON.parse(line) as { finding?: Finding } & Finding).finding ?? (JSON.parse(line) as Finding),
      );
    }
    return (JSON.parse(content) as { findings: Finding[] }).findings;
  } catch (error) {
    throw new AuditError('usage', `${file}: cannot be read as a report (${messageOf(error)})`, { cause: error });
  }
}

/** A finding in full: what was seen, why it matters, what to do, with its own names filled in. */
export function describeFinding(finding: Finding, check: Check | undefined): string {
  const width = Math.min(100, process.stdout.columns ?? 100);
  const section = (title: string, body: string): string => (body === '' ? '' : `\n${title}\n${body}\n`);
  const evidence = finding.evidence.map(
    (e) => `  ${e.facet}: ${e.outcome}${e.code === undefined ? '' : ` (${e.code})`}  from ${e.actions.join(', ')}`,
  );
  const fix = check?.fix;
  const values = fixValues(finding, finding.resource.arn.split(':')[1] ?? 'aws');
  return [
    `${finding.status.toUpperCase()}  ${finding.message}\n${finding.check}: ${finding.title}\n\n  severity ${finding.severity} · account ${finding.account} · region ${finding.region}\n  ${finding.resource.arn}\n`,
    section('Evidence', evidence.join('\n')),
    section('Observed', finding.observed === undefined ? '' : block(JSON.stringify(finding.observed, undefined, 2))),
    section('Why it is unknown', finding.unknown === undefined ? '' : wrap(finding.unknown.cause, width, '  ')),
    section(
      'Suppressed',
      finding.suppression === undefined
        ? ''
        : wrap(
            `${finding.suppression.reason} (${finding.suppression.owner}${finding.suppression.until === undefined ? '' : `, until ${finding.suppression.until}`})`,
            width,
            '  ',
          ),
    ),
    section('Risk', check === undefined ? '' : wrap(check.risk, width, '  ')),
    section('Fix', fix === undefined ? '' : wrap(fix.text, width, '  ')),
    section('AWS CLI', block(fix?.cli === undefined ? undefined : fillShell(fix.cli, values))),
    section('Terraform', block(fix?.terraform === undefined ? undefined : fillTerraform(fix.terraform, values))),
    section('References', (check?.references ?? []).map((r) => `  ${r}`).join('\n')),
  ].join('');
}

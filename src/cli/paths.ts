import { assertCanary } from '../iam/canary.ts';
import { findPaths } from '../iam/paths/paths.ts';
import { unreadText } from '../iam/paths/text.ts';
import type { PathsResult, PathStep } from '../iam/paths/types.ts';
import type { CommandModule } from './commands.ts';
import { iamAccountFrom, sourceOptions } from './iam-account.ts';
import { awsOptions, oneOf, talkOptions, text } from './options.ts';
import { writeStdout, writeWhole } from './output.ts';

const formats = ['table', 'json', 'mermaid', 'svg'] as const;

const paths: CommandModule = {
  command: 'paths',
  builder: (y) =>
    talkOptions(sourceOptions(awsOptions(y)))
      .option('to', { type: 'string', describe: 'A user, role or resource to reach (default: to be administrator)' })
      .option('format', { type: 'string', alias: 'f', describe: `${formats.join(', ')} (default: table)` })
      .option('output', { type: 'string', alias: 'o', describe: 'File to write instead of standard output' })
      .example('audit paths --iam-details details.json', 'who can become administrator, without credentials')
      .example('audit paths --to arn:aws:s3:::payroll --format json', 'who can reach a bucket'),

  async handler(args) {
    const format = oneOf('format', text(args, 'format') ?? 'table', formats);
    assertCanary();
    const account = await iamAccountFrom(args);
    const result = findPaths(account, { to: text(args, 'to') });
    const chunks = await render(result, format);
    const output = text(args, 'output');
    if (output === undefined || output === '-') await writeStdout(chunks);
    else await writeWhole(output, chunks);
    if (format !== 'table' && result.unread.length > 0 && args['quiet'] !== true)
      process.stderr.write(`audit: ${unreadText(result)}\n`);
    return 0;
  },
};

export default paths;

async function render(result: PathsResult, format: (typeof formats)[number]): Promise<Iterable<string>> {
  switch (format) {
    case 'table':
      return (await import('../iam/paths/text.ts')).pathsText(result);
    case 'json':
      return pathsJson(result);
    case 'mermaid':
      return [(await import('../iam/paths/mermaid.ts')).pathsMermaid(result)];
    case 'svg':
      return [(await import('../iam/paths/svg.ts')).pathsSvg(result)];
  }
}

/** A step without the statements behind it, which the cuts name. */
const plain = ({ edge, from, to, actions, policies, condition }: PathStep) => ({
  edge,
  from,
  to,
  actions,
  policies,
  ...(condition === undefined ? {} : { condition }),
});

/** Written principal by principal: an account has thousands. */
function* pathsJson({ target, principals, entries, openings, cuts, unread }: PathsResult): Generator<string> {
  yield '{\n  "principals": [';
  for (const [at, { arn, admin, verdict, paths: own }] of principals.entries()) {
    const one = {
      arn,
      admin,
      verdict,
      paths: own.map((path) => ({ verdict: path.verdict, steps: path.steps.map(plain) })),
    };
    yield `${at === 0 ? '' : ','}\n    ${JSON.stringify(one)}`;
  }
  yield '\n  ]';
  const rest = {
    target,
    entries: entries.map(({ path, ...entry }) => ({ ...entry, steps: path.steps.map(plain) })),
    exposures: openings.map(({ arn, verdict, step }) => ({ arn, verdict, step: plain(step) })),
    cuts,
    unread,
  };
  for (const [name, value] of Object.entries(rest)) yield `,\n  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  yield '\n}\n';
}

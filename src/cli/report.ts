import { formatsWith } from '../../reports/index.ts';
import { accept } from '../engine/accept.ts';
import { layouts } from '../engine/reporter.ts';
import { complianceOf } from './compliance.ts';
import type { Values } from './door/options.ts';
import { command, flag, list, nameOf, required, text, word } from './door/options.ts';
import { isSnapshot } from './either-file.ts';
import { configOptions, csvBom, markdownSize, ocsfVersion, tableOptions, talkOptions } from './options.ts';
import { savedResult } from './saved-result.ts';
import { setUp } from './setup.ts';
import { writableTargets } from './targets.ts';
import { comparedAgain } from './trusted-advisor.ts';

const options = {
  ...configOptions,
  ...talkOptions,
  framework: list('Hold it against these frameworks: keys or files'),
  format: list('As of a scan (default: table)', { alias: 'f' }),
  output: text("Directory or file; '-' is stdout", { alias: 'o' }),
  browser: text('Chromium, Chrome or Edge that prints the PDF (default: the first that is found)'),
  ocsfVersion,
  csvBom,
  markdownSize,
  details: flag('Print every finding and requirement, not one screen'),
  ...tableOptions,
  view: word(layouts, 'As of a scan: trusted-advisor or exposed'),
};

export default command({
  usage: 'report <file>',
  args: { file: required('A result (JSON) or a snapshot') },
  options,
  examples: [
    ['audit report result.json --framework soc2 --format html', 'without credentials, from what was saved'],
    ['audit report result.json --format sarif,junit -o ci/', 'for other programs: docs/formats.md'],
    ['audit report result.json --group-by cause --only failed', 'what to change, and what each change clears'],
    ['audit report result.json --view exposed', 'what the internet reaches, and what stands in between'],
    ['audit report prod.ndjson.gz --framework cis_7.0 --format csv -o audit/', 'three files for a spreadsheet'],
  ],

  async run({ file, ...given }) {
    if (await isSnapshot(file)) return ofSnapshot(file, given);
    const {
      format,
      output,
      browser,
      csvBom,
      markdownSize,
      details,
      groupBy,
      only,
      top,
      view: layout,
      ...named
    } = given;
    const { viewOf, write } = await import('./scan.ts');
    const view = viewOf({ details, groupBy, only, top, view: layout });
    const setup = await setUp(named);
    const { compliance: _old, ...read } = await savedResult(file);
    const clock = Date.parse(read.run.selection?.now ?? read.run.startedAt);
    const accepted = accept(read, setup.suppressions, setup.all, clock);
    const saved = accepted === read ? read : { ...accepted, ...comparedAgain(accepted) };
    const compliance = await complianceOf(saved, setup, clock);
    const result = compliance.length === 0 ? saved : { ...saved, compliance };
    const formats = formatsWith(setup.reports);
    const targets = await writableTargets(
      { output, format, browser, csvBom, markdownSize, save: undefined },
      setup.config.output,
      formats,
      setup.selection.frameworks,
    );
    const exit = { code: 0, reason: 'the report was written; what was found is in it' };
    await write(result, targets, formats, { ...given, pager: undefined }, { exit, view });
    return 0;
  },
});

/** A snapshot is judged as `audit --from` does, and what was found is no error here. */
async function ofSnapshot(file: string, given: Values<typeof options>): Promise<number> {
  const [{ default: scan }, { enter }] = await Promise.all([import('./scan-command.ts'), import('./door/door.ts')]);
  const lists = (['framework', 'format', 'checks', 'pack', 'only'] as const).flatMap((name) =>
    given[name].flatMap((value) => [`--${name}`, value]),
  );
  const texts = (
    ['config', 'suppressions', 'attestations', 'output', 'browser', 'view', 'groupBy', 'ocsfVersion'] as const
  ).flatMap((name) => (given[name] === undefined ? [] : [`--${nameOf(name)}`, given[name]]));
  const flags = (['details', 'quiet', 'csvBom'] as const).flatMap((name) =>
    given[name] === true ? [`--${nameOf(name)}`] : [],
  );
  const numbers = (['markdownSize', 'top'] as const).flatMap((name) =>
    given[name] === undefined ? [] : [`--${nameOf(name)}`, String(given[name])],
  );
  const accepting = ['--fail-on', 'none', '--allow-incomplete'];
  const entered = await enter(scan, '', ['--from', file, ...lists, ...texts, ...flags, ...numbers, ...accepting]);
  if ('run' in entered) return entered.run();
  throw new TypeError('a scan was not entered');
}

import { parquetReadObjects } from 'hyparquet';
import type { Packed } from '../../../reports/html/packed.ts';
import { Findings } from '../../../reports/html/unpack.ts';
import type { FormatName } from '../../../reports/index.ts';
import { formats } from '../../../reports/index.ts';
import type { ReportOptions } from '../../../src/engine/reporter.ts';
import type { Finding } from '../../../src/engine/finding.ts';
import type { RunResult } from '../../../src/engine/result.ts';
import { readers } from './readers.ts';

/** How many findings a report says have passed, as its readers understand it. */
type Passes = (text: string, bytes: Uint8Array) => number | Promise<number>;

const told = (pattern: RegExp) => (text: string) => Number(pattern.exec(text)?.[1]?.replaceAll(',', '') ?? Number.NaN);
const passed = (findings: readonly Pick<Finding, 'status'>[]): number =>
  findings.filter(({ status }) => status === 'pass').length;

/** The same number said twice has to be the same: what is counted, and what is there. */
const both = (one: number, other: number): number => (one === other ? one : Number.NaN);

function inJson(text: string): number {
  const { findings, summary } = JSON.parse(text) as RunResult;
  return both(passed(findings), summary.byStatus.pass);
}

function inLines(text: string): number {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; status: 'pass'; byStatus?: { pass: number } });
  return both(passed(lines.filter(({ type }) => type === 'finding')), lines.at(-1)?.byStatus?.pass ?? Number.NaN);
}

function inPage(text: string): number {
  const [, data = ''] = /<script type="application\/json" id="data">([^]*?)<\/script>/.exec(text) ?? [];
  const packed = JSON.parse(data) as Packed;
  const findings = new Findings(packed);
  const all = Array.from({ length: findings.size }, (_, at) => findings.finding(at));
  return both(passed(all), packed.summary.byStatus.pass);
}

async function inParquet(_text: string, bytes: Uint8Array): Promise<number> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const rows = (await parquetReadObjects({ file, columns: ['compliance'] })) as { compliance: { status: string } }[];
  return rows.filter(({ compliance }) => compliance.status === 'Pass').length;
}

/** PDF is the page of HTML; requirements and lists say nothing of single findings. */
type Told = Exclude<FormatName, 'pdf' | 'requirements-csv' | 'populations-csv'>;

export const passesIn: Readonly<Record<Told, Passes>> = {
  table: told(/^ +\S+ Passed +([\d,]+)$/m),
  json: inJson,
  ndjson: inLines,
  markdown: told(/\. ([\d,]+) passed,/),
  html: inPage,
  'findings-csv': (text) =>
    text.split('\r\n').filter((line) => /,(?:critical|high|medium|low|informational),pass,/.test(line)).length,
  sarif: (text) => readers.sarif.passes(text),
  junit: (text) => readers.junit.passes(text),
  github: (text) => readers.github.passes(text),
  gitlab: (text) => readers.gitlab.passes(text),
  asff: (text) => readers.asff.passes(text),
  ocsf: (text) => readers.ocsf.passes(text),
  oscal: (text) => readers.oscal.passes(text),
  hdf: (text) => readers.hdf.passes(text),
  'ocsf-parquet': inParquet,
};

export const toldNames = Object.keys(passesIn) as Told[];

/** A report as it is written: as text, or as bytes. */
export async function written(
  name: FormatName,
  result: RunResult,
  options: ReportOptions = {},
): Promise<Parameters<Passes>> {
  const reporter = await formats[name].load();
  const shown = name === 'table' ? { view: { details: true }, ...options } : options;
  if (reporter.bytes !== undefined) return ['', reporter.bytes(result, shown)];
  return [[...reporter.render(result, shown)].join(''), new Uint8Array()];
}
